package io.clearway.setting;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settings by name as a user gives them: a part of the fields of some record, the rest staying at its defaults. A
 * record may be composed of others: their fields are listed beside its own, so names must differ throughout. An enum's
 * constants are given by their words, see {@link EnumWords}.
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
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .annotationIntrospector(new WordsForEnums())
            .build();

    public Settings {
        values = Map.copyOf(values);
    }

    /** No settings: all defaults. */
    public static Settings none() {
        return new Settings(Map.of());
    }

    /** These settings with others in place of those of the same name. */
    public Settings changedBy(Map<String, Object> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(values);
        merged.putAll(changes);
        return new Settings(merged);
    }

    /**
     * The defaults with these settings laid over them.
     *
     * @throws InvalidSetting naming the field when it is unknown, of another type, or rejected by the record itself
     */
    public <T extends Record> T over(T defaults) {
        Map<String, Object> merged = asMap(defaults);
        Complaints complaints = new Complaints();
        values.forEach((field, value) -> {
            if (merged.containsKey(field)) {
                complaints.check(() -> requireTyped(defaults.getClass(), field, value));
                merged.put(field, value);
            } else {
                complaints.add(new InvalidSetting(
                        field,
                        value,
                        "there is no such setting; %sthe settings are %s"
                                .formatted(
                                        Suggestion.question(field, merged.keySet()),
                                        String.join(", ", merged.keySet()))));
            }
        });
        complaints.throwIfAny();
        @SuppressWarnings("unchecked") // the class of a T is a Class<T>
        Class<T> type = (Class<T>) defaults.getClass();
        try {
            return built(type, merged);
        } catch (InvalidSetting first) {
            complaints.add(first);
            addOthers(first, type, merged, asMap(defaults), complaints);
            complaints.throwIfAny();
            throw first;
        }
    }

    /**
     * Adds what a record that refused one field would have refused next: each refused field in turn has its default
     * again. A field counts only if it is refused beside defaults alone as well, as else it may be refused on account
     * of a default that replaced what was given.
     */
    private void addOthers(
            InvalidSetting first,
            Class<? extends Record> type,
            Map<String, Object> merged,
            Map<String, Object> defaults,
            Complaints complaints) {
        Map<String, Object> repaired = new LinkedHashMap<>(merged);
        InvalidSetting refused = first;
        while (refused != null && values.containsKey(refused.field()) && repairs(refused, repaired, defaults)) {
            refused = refusal(type, repaired);
            if (refused != null && values.containsKey(refused.field())) {
                Map<String, Object> alone = new LinkedHashMap<>(defaults);
                alone.put(refused.field(), values.get(refused.field()));
                InvalidSetting byItself = refusal(type, alone);
                if (byItself != null && byItself.field().equals(refused.field())) {
                    complaints.add(refused);
                }
            }
        }
    }

    /** Gives a field its default again; false where it has it already. */
    private static boolean repairs(InvalidSetting refused, Map<String, Object> fields, Map<String, Object> defaults) {
        Object standard = defaults.get(refused.field());
        return standard != null && !standard.equals(fields.put(refused.field(), standard));
    }

    private static @Nullable InvalidSetting refusal(Class<? extends Record> type, Map<String, Object> fields) {
        try {
            built(type, fields);
            return null;
        } catch (InvalidSetting refused) {
            return refused;
        }
    }

    /** Every field of a settings record with its value as JSON would hold it, in the record's order. */
    public static Map<String, Object> asMap(Record settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = value(component, settings);
            if (value instanceof Record part) {
                fields.putAll(asMap(part));
            } else {
                fields.put(component.getName(), JSON.convertValue(value, Object.class));
            }
        }
        return fields;
    }

    /** Refuses a value of another type than the component of this name has, in the record or in a part of it. */
    private static boolean requireTyped(Class<?> type, String field, Object value) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (Record.class.isAssignableFrom(component.getType())) {
                requireTyped(component.getType(), field, value);
            } else if (component.getName().equals(field)) {
                typed(component, value);
            }
        }
        return true;
    }

    private static <T extends Record> T built(Class<T> type, Map<String, Object> fields) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = Record.class.isAssignableFrom(types[i])
                    ? built(types[i].asSubclass(Record.class), fields)
                    : typed(components[i], fields.get(components[i].getName()));
        }
        return constructed(type, types, values);
    }

    private static Object typed(RecordComponent component, @Nullable Object value) {
        try {
            JavaType type = JSON.constructType(component.getGenericType());
            return JSON.convertValue(separated(value, type), type);
        } catch (DatabindException refused) {
            throw complaint(component, String.valueOf(value), refused);
        }
    }

    /** Words of a list may also be given as one text with commas, as on a command line. */
    private static @Nullable Object separated(@Nullable Object value, JavaType type) {
        boolean words = type.isCollectionLikeType() && type.getContentType().isEnumType();
        return words && value instanceof String text
                ? Arrays.stream(text.split(",", -1)).map(String::strip).toList()
                : value;
    }

    private static InvalidSetting complaint(RecordComponent component, String given, DatabindException refused) {
        String field = component.getName();
        if (refused instanceof MismatchedInputException mismatch
                && mismatch.getTargetType().isEnum()) {
            @SuppressWarnings("unchecked") // isEnum() says so
            Class<? extends Enum<?>> type = (Class<? extends Enum<?>>) mismatch.getTargetType();
            return EnumWords.unknown(type, field, given);
        }
        JavaType wanted = JSON.constructType(component.getGenericType());
        String words = wanted.isCollectionLikeType()
                ? "list, each value a %s"
                        .formatted(TypeWords.of(wanted.getContentType().getRawClass()))
                : TypeWords.of(wanted.getRawClass());
        return new InvalidSetting(field, given, "give a " + words);
    }

    private static <T> T constructed(Class<T> type, Class<?>[] types, Object[] values) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException complaint) {
                throw complaint;
            }
            throw new IllegalStateException(type + " cannot be made", refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Every record has its canonical constructor", impossible);
        }
    }

    private static Object value(RecordComponent component, Record settings) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(settings);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Every component of a record can be read", impossible);
        }
    }

    /** Has enums read and written by their words. */
    private static final class WordsForEnums extends JacksonAnnotationIntrospector {
        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, @Nullable String[] names) {
            return Arrays.stream(constants).map(EnumWords::of).toArray(String[]::new);
        }
    }
}
