package io.clearway.scenario.corridor;

import io.clearway.setting.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A corridor as a user names it.
 *
 * @param name what it is called
 * @param kind what its places are
 * @param places ids in the order of driving
 */
public record CorridorRequest(String name, Kind kind, List<String> places) {
    private static final String OPTION = "--corridor";

    /** What places of a corridor are. */
    public enum Kind {
        /** Traffic lights; both directions are measured. */
        SIGNALS,
        /** Roads; only their own direction is measured. */
        ROADS,
        /** Not said: signals if the first is one. */
        ANY
    }

    /** Checks that there is a way. */
    public CorridorRequest {
        places = List.copyOf(places);
        if (places.isEmpty() || (kind == Kind.SIGNALS && places.size() < 2)) {
            throw new InvalidSetting(
                    OPTION, String.join(",", places), "name two signals or more, or a road or more, in their order");
        }
    }

    /**
     * The corridor of an option's value.
     *
     * @param given ids with commas between them, or a file in YAML or JSON with {@code name} and either {@code signals}
     *     or {@code roads}
     * @throws InvalidSetting when it is neither
     */
    public static CorridorRequest of(String given) {
        if (given.endsWith(".yaml") || given.endsWith(".yml") || given.endsWith(".json")) {
            return read(Path.of(given));
        }
        List<String> places = Stream.of(given.split(",", -1))
                .map(String::strip)
                .filter(place -> !place.isEmpty())
                .toList();
        return new CorridorRequest(
                places.isEmpty() ? given : "%s–%s".formatted(places.get(0), places.get(places.size() - 1)),
                Kind.ANY,
                places);
    }

    private static CorridorRequest read(Path file) {
        Object document;
        try {
            // JSON is YAML too
            document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        } catch (IOException unreadable) {
            throw new InvalidSetting(OPTION, file.toString(), "give a file that can be read: " + unreadable);
        } catch (YAMLException broken) {
            throw new InvalidSetting(OPTION, file.toString(), "correct its YAML: " + broken.getMessage());
        }
        if (!(document instanceof Map<?, ?> fields)) {
            throw new InvalidSetting(OPTION, file.toString(), "write fields into it: name, and signals or roads");
        }
        fields.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !List.of("name", "signals", "roads").contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw invalid(file, key, "leave it out: the fields are name, and signals or roads");
                });
        if (fields.containsKey("signals") == fields.containsKey("roads")) {
            throw invalid(file, "signals", "give signals or roads, one of them");
        }
        if (!(fields.get("name") instanceof String name) || name.isBlank()) {
            throw invalid(file, "name", "give it a name");
        }
        boolean signals = fields.containsKey("signals");
        String field = signals ? "signals" : "roads";
        if (!(fields.get(field) instanceof List<?> ids)) {
            throw invalid(file, field, "give a list of ids in the order of driving");
        }
        return new CorridorRequest(
                name,
                signals ? Kind.SIGNALS : Kind.ROADS,
                ids.stream().map(String::valueOf).toList());
    }

    private static InvalidSetting invalid(Path file, String field, String hint) {
        return new InvalidSetting("%s, %s in %s".formatted(OPTION, field, file), field, hint);
    }
}
