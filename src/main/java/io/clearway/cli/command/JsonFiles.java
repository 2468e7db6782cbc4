package io.clearway.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON files, whole or not at all. */
public final class JsonFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** In the place of a file: to be printed. */
    public static final String PRINTED = "-";

    private JsonFiles() {}

    /**
     * Writes a value to a file, or prints it where {@link #PRINTED} stands for one; does nothing where there is none.
     *
     * @return whether it was printed, so that nothing else should be
     */
    public static boolean give(Object value, @Nullable Path file, PrintStream out) {
        if (file == null) {
            return false;
        }
        if (file.toString().equals(PRINTED)) {
            out.println(text(value));
            return true;
        }
        write(file, value);
        return false;
    }

    /** A value as JSON for people and programs. */
    public static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static void write(Path file, Object value) {
        AtomicFiles.write(file, text(value) + "\n");
    }
}
