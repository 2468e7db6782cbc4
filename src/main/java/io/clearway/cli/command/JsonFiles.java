package io.clearway.cli.command;

import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON files, whole or not at all. */
public final class JsonFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFiles() {}

    /** A value as JSON for people and programs. */
    public static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** A value as the fields of its JSON. */
    public static Map<String, Object> asMap(Object value) {
        return JSON.convertValue(value, new TypeReference<Map<String, Object>>() {});
    }

    public static void write(Path file, Object value) {
        AtomicFiles.write(file, text(value) + "\n");
    }
}
