package io.clearway.sumo.xml;

import java.util.Set;

/**
 * Ids that SUMO can read. SUMO 1.15 splits its lists of ids at every character outside of ASCII and rejects vehicles
 * whose id contains a space; such characters become {@code _u} and their number in hexadecimal.
 */
public final class Ids {
    /** Attributes whose values are descriptions, not ids. */
    private static final Set<String> DESCRIPTIONS = Set.of("name", "key", "value");

    private static final int FIRST_OUTSIDE_ASCII = 0x80;
    private static final Set<String> REFUSED = Set.of(" ", "|", "\\", "'", "\"", ";", ",", "<", ">", "&");

    private Ids() {}

    public static boolean isDescription(String attribute) {
        return DESCRIPTIONS.contains(attribute);
    }

    /** Whether SUMO splits no list at one of its characters. */
    static boolean isPlain(String value) {
        return value.chars().allMatch(character -> character < FIRST_OUTSIDE_ASCII);
    }

    /** A value with all characters outside of ASCII replaced. */
    public static String plain(String value) {
        return isPlain(value) ? value : replace(value, Set.of());
    }

    /** A single id; characters that SUMO refuses in ids of vehicles are replaced too. */
    public static String vehicle(String id) {
        return replace(id, REFUSED);
    }

    private static String replace(String value, Set<String> refused) {
        StringBuilder plain = new StringBuilder();
        value.codePoints().forEach(point -> {
            if (point < FIRST_OUTSIDE_ASCII && !refused.contains(Character.toString(point))) {
                plain.appendCodePoint(point);
            } else {
                plain.append("_u").append(Integer.toHexString(point));
            }
        });
        return plain.toString();
    }
}
