package io.clearway.experiment.description;

import io.clearway.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON document as strictly as one in YAML: a field that is given twice, or has no value, is refused. */
public final class JsonDocument {
    private static final String WHOLE = "the document";
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonParser parser;
    private final Map<String, Integer> lines = new HashMap<>();

    private JsonDocument(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The document in a text, with the line of each of its fields.
     *
     * @throws InvalidSetting naming line and field
     */
    public static YamlDocument read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidSetting(WHOLE, text.isBlank() ? "nothing" : text.strip(), "give one JSON object");
            }
            var reader = new JsonDocument(parser);
            Map<String, Object> root = reader.fields("");
            if (parser.nextToken() != null) {
                throw new InvalidSetting(WHOLE, "more than one value", "give one JSON object");
            }
            return new YamlDocument(root, reader.lines);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new InvalidSetting("line " + line, WHOLE, "correct its JSON: " + broken.getOriginalMessage());
        }
    }

    private Map<String, Object> fields(String path) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String inner = path.isEmpty() ? name : path + "." + name;
            parser.nextToken();
            if (fields.put(name, value(inner)) != null) {
                throw invalid(inner, name, "give the field once");
            }
        }
        return fields;
    }

    private List<Object> items(String path) {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value("%s[%d]".formatted(path, items.size())));
        }
        return items;
    }

    private Object value(String path) {
        lines.put(path, parser.currentTokenLocation().getLineNr());
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(path);
            case START_ARRAY -> items(path);
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            default -> throw invalid(path, "null", "give a text, a number, true or false");
        };
    }

    private InvalidSetting invalid(String path, Object given, String hint) {
        return new YamlDocument(Map.of(), lines).located(new InvalidSetting(path, given, hint));
    }
}
