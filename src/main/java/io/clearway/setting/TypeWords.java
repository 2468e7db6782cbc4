package io.clearway.setting;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What kinds of values are called, for people who do not know Java. */
public final class TypeWords {
    private TypeWords() {}

    /** A type in words, such as {@code number}; goes after "a". */
    public static String of(Class<?> type) {
        if (type == Integer.class || type == int.class) {
            return "whole number up to %d".formatted(Integer.MAX_VALUE);
        }
        if (type == Long.class || type == long.class) {
            return "whole number";
        }
        if (type == Double.class || type == double.class) {
            return "number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "truth value, true or false";
        }
        if (type == UUID.class) {
            return "UUID such as 123e4567-e89b-12d3-a456-426614174000";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "JSON object";
        }
        return Collection.class.isAssignableFrom(type) ? "JSON array" : "text";
    }
}
