package io.clearway.deployments.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.deployments.performance.DrivePerformance.Measured;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.events.measures.PhasePerformance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Performance of a signal as clients see it; the fields of a phase are the columns of {@code atspm --csv}, null where
 * something cannot be measured.
 */
@Schema(name = "SignalPerformance")
record PerformanceView(
        String signal,

        @Schema(
                description = "Simulated time at which the measured time begins: later than asked for where the log is"
                        + " shorter, or has a gap")
        double fromSeconds,

        @Schema(description = "Simulated time up to which the log can be read")
        double toSeconds,

        int splitFailures,

        @Schema(description = "Of all phases, from 0 to 1") @Nullable Double arrivalsOnGreen,

        List<Phase> phases) {
    /** A phase of vehicles or pedestrians. */
    @Schema(name = "PhasePerformance")
    record Phase(
            @JsonUnwrapped Which which,
            @JsonUnwrapped Volume volume,
            @JsonUnwrapped Progression progression,
            @JsonUnwrapped Splits splits,
            @JsonUnwrapped Use use,
            @JsonUnwrapped Terminations terminations) {}

    /** Its number, road before the stop line and directions. */
    @Schema(name = "MeasuredPhase")
    record Which(int phase, String approach, String movements, boolean pedestrian) {}

    /** Vehicles over the stop line. */
    @Schema(name = "PhaseVolume")
    record Volume(
            int vehicles,
            double vehiclesPerHour,
            Map<String, Integer> turns,
            @Nullable Double volumeToCapacity,
            int yellowActuations,
            int redActuations) {
        static Volume of(PhasePerformance.Volume volume) {
            return new Volume(
                    volume.vehicles(),
                    volume.perHour(),
                    volume.turns(),
                    known(volume.toCapacity()),
                    volume.yellow(),
                    volume.red());
        }
    }

    /** How arrivals meet it; shares from 0 to 1. */
    @Schema(name = "PhaseProgression")
    record Progression(
            int arrivals,
            @Nullable Double arrivalsOnGreen,
            @Nullable Double platoonRatio) {
        static Progression of(PhasePerformance.Progression progression) {
            return new Progression(
                    progression.arrivals(), known(progression.onGreen()), known(progression.platoonRatio()));
        }
    }

    /** Greens and splits. */
    @Schema(name = "PhaseSplits")
    record Splits(
            int splits,
            double greenSeconds,
            @Nullable Double meanSplitSeconds,
            @Nullable Double split85Seconds) {
        static Splits of(PhasePerformance.Splits splits) {
            return new Splits(
                    splits.count(),
                    splits.greenSeconds(),
                    known(splits.meanSeconds()),
                    known(splits.percentile85Seconds()));
        }
    }

    /** How its green is used; shares from 0 to 1. */
    @Schema(name = "PhaseUse")
    record Use(
            int cycles,
            int splitFailures,
            @Nullable Double greenOccupancy,
            @Nullable Double redOccupancy,
            @Nullable Double greenUtilization) {
        static Use of(PhasePerformance.Splits splits) {
            PhasePerformance.Failures failures = splits.failures();
            return new Use(
                    failures.cycles(),
                    failures.failed(),
                    known(failures.greenOccupancy()),
                    known(failures.redOccupancy()),
                    known(splits.utilization()));
        }
    }

    /** Greens by why they ended. */
    @Schema(name = "PhaseTerminations")
    record Terminations(int gapOuts, int maxOuts, int forceOffs) {
        static Terminations of(PhasePerformance.Terminations ends) {
            return new Terminations(ends.gapOuts(), ends.maxOuts(), ends.forceOffs());
        }
    }

    static PerformanceView of(Measured measured) {
        SignalSite site = measured.performance().site();
        return new PerformanceView(
                site.id(),
                (double) measured.window().beginTenths() / SignalEvent.TENTHS_PER_SECOND,
                (double) measured.window().endTenths() / SignalEvent.TENTHS_PER_SECOND,
                measured.performance().splitFailures(),
                known(measured.performance().arrivalsOnGreen()),
                measured.performance().phases().stream()
                        .map(phase -> phase(site.phases().get(phase.phase() - 1), phase))
                        .toList());
    }

    private static Phase phase(SignalSite.Phase described, PhasePerformance phase) {
        return new Phase(
                new Which(described.number(), described.approach(), described.movements(), described.pedestrian()),
                Volume.of(phase.volume()),
                Progression.of(phase.progression()),
                Splits.of(phase.splits()),
                Use.of(phase.splits()),
                Terminations.of(phase.terminations()));
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
