package io.clearway.experiment.description;

import io.clearway.setting.Complaints;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.NumberRanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one object, read strictly: each is known and has the type it is read as. Errors name its path.
 *
 * @param path of the object, empty for the whole
 * @param values field name → value
 */
record Fields(String path, Map<String, Object> values) {
    private static final String MAPPING = "give fields as 'name: value'";

    /**
     * The fields of an object.
     *
     * @param known names of all that it may have
     */
    static Fields of(String path, Object value, List<String> known) {
        Fields fields = new Fields(path, mapping(path, value));
        fields.requireKnown(known);
        return fields;
    }

    /** @throws InvalidSetting naming all fields that it may not have */
    void requireKnown(List<String> known) {
        Complaints complaints = new Complaints();
        values.forEach((field, given) -> {
            if (!known.contains(field)) {
                complaints.add(
                        invalid(field, given, "there is no such field; the fields are " + String.join(", ", known)));
            }
        });
        complaints.throwIfAny();
    }

    private static String path(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    String path(String field) {
        return path(path, field);
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    InvalidSetting invalid(String field, Object given, String hint) {
        return new InvalidSetting(path(field), given, hint);
    }

    /** A value that must be there. */
    Object get(String field, String hint) {
        Object value = values.get(field);
        if (value == null) {
            throw invalid(field, "nothing", hint);
        }
        return value;
    }

    String text(String field, String hint) {
        if (get(field, hint) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw refused(field, hint);
    }

    Optional<String> findText(String field, String hint) {
        return has(field) ? Optional.of(text(field, hint)) : Optional.empty();
    }

    int number(String field, int byDefault) {
        String hint = "give a whole number";
        if (!has(field)) {
            return byDefault;
        }
        if (get(field, hint) instanceof Integer number) {
            return number;
        }
        throw refused(field, hint);
    }

    /** A list; one value stands for a list of it. */
    List<Object> list(String field) {
        Object value = values.get(field);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? List.copyOf(list) : List.of(value);
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(field)) {
            if (!(item instanceof String text)) {
                throw invalid("%s[%d]".formatted(field, texts.size()), item, "give a name");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Seeds such as {@code 1-5}, {@code 1,3} or a list of numbers; up to {@link NumberRanges#MOST}. */
    List<Long> seeds(String field, String byDefault) {
        List<Long> seeds = new ArrayList<>();
        for (Object item : has(field) ? list(field) : List.<Object>of(byDefault)) {
            seeds.addAll(NumberRanges.parse(path(field), String.valueOf(item)));
            if (seeds.size() > NumberRanges.MOST) {
                throw invalid(field, item, "give up to %d seeds in all".formatted(NumberRanges.MOST));
            }
        }
        if (seeds.isEmpty() || seeds.stream().distinct().count() < seeds.size()) {
            throw invalid(field, String.valueOf(values.get(field)), "give at least one seed, and each once");
        }
        return seeds;
    }

    /** An object whose fields have names of the user's own. */
    Map<String, Object> named(String field) {
        return has(field) ? mapping(path(field), get(field, MAPPING)) : Map.of();
    }

    private static Map<String, Object> mapping(String path, Object value) {
        if (!(value instanceof Map<?, ?> mapping)) {
            throw new InvalidSetting(path, value, MAPPING);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        mapping.forEach((name, inner) -> fields.put(String.valueOf(name), inner));
        return fields;
    }

    private InvalidSetting refused(String field, String hint) {
        return invalid(field, String.valueOf(values.get(field)), hint);
    }
}
