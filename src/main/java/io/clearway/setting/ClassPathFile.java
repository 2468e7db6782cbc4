package io.clearway.setting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files on the class path, such as presets. */
public final class ClassPathFile {
    private ClassPathFile() {}

    /** The content of a file; empty where there is none. */
    public static Optional<byte[]> bytes(String path) {
        try (InputStream in = ClassPathFile.class.getResourceAsStream("/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(path + " cannot be read", broken);
        }
    }

    /** The content of a file as UTF-8 text; empty where there is none. */
    public static Optional<String> text(String path) {
        return bytes(path).map(content -> new String(content, StandardCharsets.UTF_8));
    }
}
