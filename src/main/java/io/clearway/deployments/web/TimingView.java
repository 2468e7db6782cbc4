package io.clearway.deployments.web;

import io.clearway.deployments.SignalSheet;
import io.clearway.deployments.SignalSheets;
import io.clearway.setting.EnumWords;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The timing sheet of one signal as clients see it; the words are those of {@code timings.json}. */
@Schema(name = "SignalTiming")
record TimingView(
        String signal,

        @Schema(description = "How the sheet was made: standard, owner or paper", example = "standard")
        String profile,

        @Schema(description = "SHA-256 of the whole network's sheet, the same as in certificates")
        String sha256,

        @Schema(description = "In order of their signal index")
        List<Movement> movements,

        @Schema(
                description = "Seconds from the end of one green to the beginning of another, for each pair of signal"
                        + " indices that conflict; yellow is part of them")
        List<Intergreens.Entry> intergreens) {
    @Schema(name = "MovementTiming")
    record Movement(
            @Schema(description = "Signal index") int index,

            @Schema(description = "vehicles, pedestrians or none", example = "vehicles")
            String kind,

            @Schema(
                    description = "Ways across the junction, empty when the index controls nothing: roads, the lane"
                            + " before the stop line (from the right, from 0; −1 when not known), and the network file's"
                            + " direction (s, r, l, t, R, L)")
            List<SignalSheet.Way> ways,

            int yellowSeconds,

            @Schema(description = "Least green, or walk") int minimumGreenSeconds,

            @Schema(description = "Whoever waits longer is served first; 0: no limit")
            int maximumRedSeconds) {
        static Movement of(SignalSheet.Movement movement) {
            MovementTiming timing = movement.timing();
            return new Movement(
                    movement.index(),
                    EnumWords.of(timing.kind()),
                    movement.ways(),
                    timing.yellowSeconds(),
                    timing.minimumGreenSeconds(),
                    timing.maximumRedSeconds());
        }
    }

    static TimingView of(String signal, SignalSheets sheets) {
        SignalSheet sheet = sheets.of(signal);
        return new TimingView(
                signal,
                EnumWords.of(sheets.profile()),
                sheets.sha256(),
                sheet.movements().stream().map(Movement::of).toList(),
                sheet.intergreens());
    }
}
