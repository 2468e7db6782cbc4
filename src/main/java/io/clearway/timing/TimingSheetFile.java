package io.clearway.timing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clearway.timing.MovementTiming.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Timing sheets as JSON files, which an engineer may edit: {@code timings.json} beside a network. */
public final class TimingSheetFile {
    /** Name of the file beside a network. */
    public static final String NAME = "timings.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private TimingSheetFile() {}

    private record Sheet(TimingProfile profile, Map<String, Signal> signals) {}

    /** @param order null where the owner demands none */
    private record Signal(
            List<Movement> movements,
            List<Intergreens.Entry> intergreens,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Integer> order) {}

    private record Movement(int index, Kind kind, int yellowSeconds, int minimumGreenSeconds, int maximumRedSeconds) {}

    /** The sheet as JSON text, the same for equal sheets. */
    public static String text(TimingSheet sheet) {
        Map<String, Signal> signals = new TreeMap<>();
        sheet.signals().forEach((light, timing) -> signals.put(light, signal(timing)));
        return JSON.writeValueAsString(new Sheet(sheet.profile(), signals)) + "\n";
    }

    private static Signal signal(SignalTiming timing) {
        List<Movement> movements = new ArrayList<>();
        for (int index = 0; index < timing.size(); index++) {
            MovementTiming movement = timing.movements().get(index);
            movements.add(new Movement(
                    index,
                    movement.kind(),
                    movement.yellowSeconds(),
                    movement.minimumGreenSeconds(),
                    movement.maximumRedSeconds()));
        }
        return new Signal(
                movements, timing.intergreens().entries(), timing.order().isEmpty() ? null : timing.order());
    }

    /** SHA-256 of the sheet's text. */
    public static String sha256(TimingSheet sheet) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text(sheet).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Reads a sheet.
     *
     * @param network the sheet that the formulas give for the network: what the file has to cover
     * @throws IllegalArgumentException naming file, signal and index for one that does not fit the network
     */
    public static TimingSheet read(Path file, TimingSheet network) {
        Sheet sheet;
        try {
            sheet = JSON.readValue(Files.readString(file), Sheet.class);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(
                    "%s is not a timing sheet: %s".formatted(file, malformed.getOriginalMessage()), malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Timing sheet %s cannot be read".formatted(file), unreadable);
        }
        Map<String, SignalTiming> signals = new TreeMap<>(network.signals());
        sheet.signals().forEach((light, signal) -> {
            SignalTiming computed = network.signals().get(light);
            if (computed == null) {
                throw new IllegalArgumentException(
                        "%s has times for signal '%s', which the network lacks; remove them".formatted(file, light));
            }
            signals.put(light, timing(file, light, signal, computed));
        });
        return new TimingSheet(network.profile(), signals);
    }

    private static SignalTiming timing(Path file, String light, Signal signal, SignalTiming computed) {
        List<MovementTiming> movements = new ArrayList<>();
        for (Movement movement : signal.movements()) {
            if (movement.index() != movements.size()) {
                throw new IllegalArgumentException(
                        "%s, signal '%s': movement %d stands where %d should; list all in order"
                                .formatted(file, light, movement.index(), movements.size()));
            }
            movements.add(new MovementTiming(
                    movement.kind(),
                    movement.yellowSeconds(),
                    movement.minimumGreenSeconds(),
                    movement.maximumRedSeconds()));
        }
        if (movements.size() != computed.size()) {
            throw new IllegalArgumentException("%s, signal '%s': %d movements are given, the signal has %d"
                    .formatted(file, light, movements.size(), computed.size()));
        }
        Intergreens intergreens = Intergreens.of(movements.size(), signal.intergreens());
        for (Intergreens.Entry entry : computed.intergreens().entries()) {
            if (!intergreens.conflict(entry.ending(), entry.beginning())) {
                throw new IllegalArgumentException(
                        "%s, signal '%s': the intergreen from %d to %d, which conflict, is missing; %d s is usual"
                                .formatted(file, light, entry.ending(), entry.beginning(), entry.seconds()));
            }
        }
        try {
            return new SignalTiming(movements, intergreens, signal.order() == null ? List.of() : signal.order());
        } catch (IllegalArgumentException misfit) {
            throw new IllegalArgumentException(
                    "%s, signal '%s': %s".formatted(file, light, misfit.getMessage()), misfit);
        }
    }
}
