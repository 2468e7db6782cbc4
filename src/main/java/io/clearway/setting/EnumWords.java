package io.clearway.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The names of an enum's constants in settings, JSON and errors: the constant's name in lower case with hyphens, such
 * as {@code same-shape} for {@code SAME_SHAPE}.
 */
public final class EnumWords {
    private EnumWords() {}

    /** The word of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of an enum, in the order of its constants. */
    public static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(EnumWords::of).toList();
    }

    /**
     * The constant that a word denotes.
     *
     * @throws InvalidSetting on the field, listing the words
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String field, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findAny()
                .orElseThrow(() -> unknown(type, field, word));
    }

    static InvalidSetting unknown(Class<? extends Enum<?>> type, String field, Object given) {
        return new InvalidSetting(field, given, Suggestion.oneOf(String.valueOf(given), all(type)));
    }
}
