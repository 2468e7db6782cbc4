package io.clearway.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Text files, whole or not at all. */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes a file and the folders that it needs; existing content is replaced atomically. */
    public static void write(Path file, String text) {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        try {
            if (target.getParent() != null) {
                Files.createDirectories(target.getParent());
            }
            Files.writeString(beside, text);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Results cannot be written to " + file, failure);
        }
    }
}
