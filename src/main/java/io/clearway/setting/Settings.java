package io.clearway.setting;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settings by name as a user gives them: a part of the fields of some record, the rest staying at its defaults.
 *
 * @param values field name → value as JSON would hold it
 */
public record Settings(Map<String, Object> values) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // a list of one may be given as the one
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    public Settings {
        values = Map.copyOf(values);
    }

    /** No settings: all defaults. */
    public static Settings none() {
        return new Settings(Map.of());
    }

    /**
     * The defaults with these settings laid over them.
     *
     * @throws InvalidSetting naming the field when it is unknown, of another type, or refused by the record itself
     */
    public <T extends Record> T over(T defaults) {
        Map<String, Object> merged = asMap(defaults);
        values.forEach((field, value) -> {
            if (!merged.containsKey(field)) {
                throw new InvalidSetting(field, value, "there is no such setting; the settings are " + names(defaults));
            }
            merged.put(field, value);
        });
        try {
            @SuppressWarnings("unchecked") // the class of a T is a Class<T>
            Class<T> type = (Class<T>) defaults.getClass();
            return JSON.convertValue(merged, type);
        } catch (DatabindException refused) {
            throw complaint(refused, merged);
        }
    }

    /** Every field of a settings record with its value, in the record's order. */
    public static Map<String, Object> asMap(Record settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<?, ?> plain = JSON.convertValue(settings, Map.class);
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            fields.put(component.getName(), plain.get(component.getName()));
        }
        return fields;
    }

    private static String names(Record settings) {
        return Arrays.stream(settings.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }

    private static InvalidSetting complaint(DatabindException refused, Map<String, Object> merged) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSetting own) {
                return own;
            }
        }
        String field = refused.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .collect(Collectors.joining("."));
        return new InvalidSetting(
                field, String.valueOf(merged.get(field)), "give a value of its type: " + refused.getOriginalMessage());
    }
}
