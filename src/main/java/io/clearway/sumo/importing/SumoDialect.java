package io.clearway.sumo.importing;

import io.clearway.simulation.SimulationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates what a newer SUMO writes into what the installed one reads. */
final class SumoDialect {
    /** Vehicle classes since SUMO 1.20, and the earlier class that comes nearest. */
    private static final Map<String, String> CLASSES = Map.of(
            "subway", "rail_urban",
            "cable_car", "rail_urban",
            "scooter", "moped",
            "wheelchair", "pedestrian",
            "aircraft", "ship",
            "drone", "ship",
            "container", "ship");

    private static final int[] WITH_CLASSES = {1, 20};
    private static final Pattern WRITTEN_BY = Pattern.compile("Eclipse SUMO \\w+ (?:Version )?v?(\\d+)[._](\\d+)");
    private static final int HEAD_BYTES = 8192;

    private final String installed;
    private final boolean knowsClasses;
    private final Map<String, String> read = new TreeMap<>();

    /** @param installed the version of the installed SUMO, such as 1.15.0 */
    SumoDialect(String installed) {
        this.installed = installed;
        this.knowsClasses = compare(numbers(installed), WITH_CLASSES) >= 0;
    }

    /** Value of an attribute for the installed SUMO. */
    String attribute(String name, String value) {
        if (knowsClasses) {
            return value;
        }
        return switch (name) {
            case "allow", "changeLeft", "changeRight", "vClass" -> nearest(value);
            // whom nobody can be is not there to be kept out
            case "disallow" ->
                Stream.of(value.split(" ", -1))
                        .filter(one -> !CLASSES.containsKey(one))
                        .collect(Collectors.joining(" "));
            default -> value;
        };
    }

    private String nearest(String classes) {
        if (CLASSES.keySet().stream().noneMatch(classes::contains)) {
            return classes;
        }
        return Stream.of(classes.split(" ", -1))
                .map(one -> {
                    String known = CLASSES.getOrDefault(one, one);
                    if (!known.equals(one)) {
                        read.put(one, known);
                    }
                    return known;
                })
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What was read as something else, as text; empty: nothing. */
    Optional<String> translated() {
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of("vehicle classes that SUMO %s does not know: %s"
                        .formatted(
                                installed,
                                read.entrySet().stream()
                                        .map(entry -> entry.getKey() + " became " + entry.getValue())
                                        .collect(Collectors.joining(", "))));
    }

    /** That a file was written by a newer SUMO than the installed one, by the comment at its begin. */
    Optional<String> newerThanInstalled(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
            Matcher written = WRITTEN_BY.matcher(head);
            if (!written.find()) {
                return Optional.empty();
            }
            int[] version = {Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2))};
            return compare(version, numbers(installed)) > 0
                    ? Optional.of("it was written by SUMO %d.%d; this machine has SUMO %s"
                            .formatted(version[0], version[1], installed))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new SimulationException("Cannot read %s: %s".formatted(file, failed), failed);
        }
    }

    private static int[] numbers(String version) {
        Matcher numbers = Pattern.compile("(\\d+)[._](\\d+)").matcher(version);
        return numbers.find()
                ? new int[] {Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))}
                : new int[] {0, 0};
    }

    private static int compare(int[] one, int[] other) {
        return one[0] != other[0] ? Integer.compare(one[0], other[0]) : Integer.compare(one[1], other[1]);
    }
}
