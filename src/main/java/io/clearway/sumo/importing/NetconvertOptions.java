package io.clearway.sumo.importing;

import io.clearway.setting.InvalidSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Options of netconvert that decide on a network made of a street map; none that reads or writes a file. */
final class NetconvertOptions {
    private static final String ON = "true";
    private static final String FIELD = "netconvert";

    /** As SUMO's documentation recommends for OpenStreetMap; static programs, so that a fallback can follow them. */
    private static final List<String> USUAL = List.of(
            "geometry.remove=true",
            "ramps.guess=true",
            "roundabouts.guess=true",
            "junctions.join=true",
            "tls.guess-signals=true",
            "tls.discard-simple=true",
            "tls.join=true",
            "tls.default-type=static",
            "keep-edges.by-vclass=passenger",
            "remove-edges.isolated=true",
            "no-turnarounds.except-deadend=true",
            "output.street-names=true");

    /** What a user may set: these options, and all whose names begin so. */
    private static final List<String> ALLOWED = List.of(
            "lefthand",
            "tls.",
            "junctions.",
            "ramps.",
            "roundabouts.guess",
            "geometry.",
            "edges.join",
            "keep-edges.by-",
            "keep-edges.components",
            "keep-edges.min-speed",
            "keep-edges.postload",
            "remove-edges.by-",
            "remove-edges.isolated",
            "default.",
            "sidewalks.",
            "crossings.",
            "walkingareas",
            "bikelanes.",
            "no-turnarounds",
            "no-left-connections",
            "osm.",
            "speed.");

    private static final String VALUE = "[A-Za-z0-9_.,:+-]*";

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * The usual options, with those of a user in their place.
     *
     * @param given {@code name=value} each, or a name alone to switch it on; with or without leading hyphens
     * @throws InvalidSetting for one that is not allowed
     */
    NetconvertOptions(List<String> given) {
        USUAL.forEach(this::set);
        given.forEach(option -> set(checked(option)));
    }

    /** Sets an option unless it is set; whether it was not. */
    boolean setByDefault(String name, String value) {
        return values.putIfAbsent(name, value) == null;
    }

    private void set(String option) {
        int equals = option.indexOf('=');
        values.put(name(option), equals < 0 ? ON : option.substring(equals + 1));
    }

    private static String name(String option) {
        int equals = option.indexOf('=');
        return equals < 0 ? option : option.substring(0, equals);
    }

    private static String checked(String given) {
        String option = given.strip().replaceFirst("^--", "");
        String name = name(option);
        boolean allowed = ALLOWED.stream().anyMatch(one -> allows(one, name));
        if (!allowed || name.contains("file") || name.contains("output") || name.contains("input")) {
            throw new InvalidSetting(
                    FIELD,
                    given,
                    "give options of netconvert that decide on the network, as in lefthand=true; allowed are "
                            + String.join(", ", ALLOWED));
        }
        String value = option.substring(name.length()).replaceFirst("^=", "");
        if (!value.matches(VALUE)) {
            throw new InvalidSetting(FIELD, given, "give a value of letters, digits and _ . , : + - only");
        }
        return option;
    }

    private static boolean allows(String allowed, String name) {
        boolean begin = allowed.endsWith(".") || allowed.endsWith("-");
        return begin ? name.startsWith(allowed) : name.equals(allowed) || name.startsWith(allowed + ".");
    }

    /** The arguments for netconvert. */
    Stream<String> arguments() {
        return values.entrySet().stream().flatMap(option -> Stream.of("--" + option.getKey(), option.getValue()));
    }
}
