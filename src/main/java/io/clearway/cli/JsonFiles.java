package io.clearway.cli;

import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON files, whole or not at all. */
final class JsonFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFiles() {}

    /** A value as JSON for people and programs. */
    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    static void write(Path file, Object value) {
        WholeFiles.write(file, text(value) + "\n");
    }
}
