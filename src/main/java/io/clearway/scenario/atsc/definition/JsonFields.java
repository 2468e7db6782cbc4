package io.clearway.scenario.atsc.definition;

import io.clearway.setting.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON object in a file, read strictly. Every complaint is an {@link InvalidSetting} that names the
 * file, the path of the field, the value and the correction.
 */
public final class JsonFields {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final String path;
    private final JsonNode node;
    private final Set<String> asked = new LinkedHashSet<>();

    private JsonFields(Path file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** The object that a file holds. */
    public static JsonFields read(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            if (!node.isObject()) {
                throw new InvalidSetting(file.toString(), "something else", "give a file with one JSON object");
            }
            return new JsonFields(file, "", node);
        } catch (IOException unreadable) {
            throw (InvalidSetting) new InvalidSetting(file.toString(), "unreadable", "give a file that can be read")
                    .initCause(unreadable);
        } catch (JacksonException malformed) {
            throw (InvalidSetting)
                    new InvalidSetting(file.toString(), "no JSON", "correct it: " + malformed.getOriginalMessage())
                            .initCause(malformed);
        }
    }

    /** Folder of the file. */
    Path folder() {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    /** Names of all fields, in the order of the file. */
    public List<String> names() {
        return List.copyOf(node.propertyNames());
    }

    /** Whether there is such a field. */
    boolean has(String name) {
        asked.add(name);
        return node.has(name);
    }

    /** A text that is not blank. */
    String text(String name) {
        JsonNode value = required(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw refuse(name, value, "give a text");
        }
        return value.stringValue();
    }

    /** A number above 0. */
    double positive(String name) {
        return number(name, 0, false);
    }

    /** A number of at least 0. */
    double atLeastZero(String name) {
        return number(name, 0, true);
    }

    /** Any number. */
    double number(String name) {
        return number(name, Double.NEGATIVE_INFINITY, true);
    }

    /** A number above 0, or none. */
    OptionalDouble findPositive(String name) {
        return has(name) ? OptionalDouble.of(positive(name)) : OptionalDouble.empty();
    }

    /** A whole number above 0. */
    int count(String name) {
        JsonNode value = required(name);
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= 1 && number <= Integer.MAX_VALUE) || number != Math.rint(number)) {
            throw refuse(name, value, "give a whole number above 0");
        }
        return (int) number;
    }

    /** Numbers of at least 0. */
    List<Double> numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode value : list(name)) {
            if (!value.isNumber() || !(value.doubleValue() >= 0)) {
                throw refuse("%s[%d]".formatted(name, numbers.size()), value, "give a number of at least 0");
            }
            numbers.add(value.doubleValue());
        }
        return numbers;
    }

    /** Texts. */
    public List<String> texts(String name) {
        return texts(name, list(name));
    }

    /** Texts; none when the field is not there. */
    List<String> findTexts(String name) {
        return has(name) ? texts(name) : List.of();
    }

    /** Lists of texts by name; none when the field is not there. */
    public SortedMap<String, List<String>> findTextsByName(String name) {
        SortedMap<String, List<String>> byName = new TreeMap<>();
        if (has(name)) {
            JsonFields inner = object(name);
            inner.node.propertyNames().forEach(key -> byName.put(key, inner.texts(key)));
        }
        return byName;
    }

    /** Lists of numbers of at least 0 by name; none where the field is missing. */
    SortedMap<String, List<Double>> findNumbersByName(String name) {
        SortedMap<String, List<Double>> byName = new TreeMap<>();
        if (has(name)) {
            JsonFields inner = object(name);
            inner.node.propertyNames().forEach(key -> byName.put(key, inner.numbers(key)));
        }
        return byName;
    }

    /** An object. */
    public JsonFields object(String name) {
        return object(name, required(name));
    }

    /** A list of objects. */
    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode value : list(name)) {
            objects.add(object("%s[%d]".formatted(name, objects.size()), value));
        }
        return objects;
    }

    /** Exactly one of these fields. */
    String oneOf(String... names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            if (has(name)) {
                found.add(name);
            }
        }
        if (found.size() != 1) {
            throw new InvalidSetting(
                    path.isEmpty() ? file.toString() : place(),
                    node.toString(),
                    "give exactly one of " + String.join(", ", names));
        }
        return found.get(0);
    }

    /** Rejects unknown fields. */
    void end() {
        node.propertyNames().forEach(name -> {
            if (!asked.contains(name)) {
                throw refuse(
                        name,
                        node.get(name),
                        "there is no such field; the fields here are " + String.join(", ", asked));
            }
        });
    }

    /** A complaint about a field of this object. */
    InvalidSetting refuse(String name, Object given, String hint) {
        return new InvalidSetting(inner(name) + " in " + file, given, hint);
    }

    private double number(String name, double least, boolean inclusive) {
        JsonNode value = required(name);
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!Double.isFinite(number) || number < least || (number == least && !inclusive)) {
            String range = Double.isInfinite(least) ? "" : (inclusive ? " of at least " : " above ") + "0";
            throw refuse(name, value, "give a number" + range);
        }
        return number;
    }

    private JsonNode list(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw refuse(name, value, "give a list in [ ]");
        }
        return value;
    }

    private List<String> texts(String name, JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list) {
            if (!value.isString() || value.stringValue().isBlank()) {
                throw refuse("%s[%d]".formatted(name, texts.size()), value, "give a text");
            }
            texts.add(value.stringValue());
        }
        return texts;
    }

    private JsonFields object(String name, JsonNode value) {
        if (!value.isObject()) {
            throw refuse(name, value, "give an object in { }");
        }
        return new JsonFields(file, inner(name), value);
    }

    private JsonNode required(String name) {
        asked.add(name);
        @Nullable JsonNode value = node.get(name);
        if (value == null) {
            throw refuse(name, "nothing", "it is required; add it");
        }
        return value;
    }

    private String inner(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private String place() {
        return path + " in " + file;
    }
}
