package io.clearway.sumo.xml;

import java.util.Set;

/**
 * Ids that SUMO can carry. SUMO 1.15 cuts its lists of ids at every character outside of ASCII and refuses vehicles
 * whose id holds a space; such characters become {@code _u} and their number in hexadecimal.
 */
public final class Ids {
    /** Attributes that are words for people. */
    private static final Set<String> WORDS = Set.of("name", "key", "value");

    private static final Set<String> REFUSED = Set.of(" ", "|", "\\", "'", "\"", ";", ",", "<", ">", "&");

    private Ids() {}

    public static boolean isForPeople(String attribute) {
        return WORDS.contains(attribute);
    }

    /** Whether SUMO cuts a list at one of its characters. */
    static boolean isPlain(String value) {
        return value.chars().allMatch(character -> character < 0x80);
    }

    /** A value with all characters outside of ASCII replaced. */
    public static String plain(String value) {
        return isPlain(value) ? value : replace(value, Set.of());
    }

    /** A single id, with those replaced too that SUMO refuses in the ids of vehicles. */
    public static String vehicle(String id) {
        return replace(id, REFUSED);
    }

    private static String replace(String value, Set<String> refused) {
        StringBuilder plain = new StringBuilder();
        value.codePoints().forEach(point -> {
            if (point < 0x80 && !refused.contains(Character.toString(point))) {
                plain.appendCodePoint(point);
            } else {
                plain.append("_u").append(Integer.toHexString(point));
            }
        });
        return plain.toString();
    }
}
