package io.clearway.scenario;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of comma-separated values with a line of headings, written row by row; existing content is replaced. Commas
 * and line breaks within a text become semicolons, so that any reader can split the rows. Every error is an
 * {@link UncheckedIOException} that names the file.
 */
public final class CsvFile implements AutoCloseable {
    private final Path file;
    private final BufferedWriter out;

    /** Begins a file, and the folders that it needs. */
    public CsvFile(Path file, String... headings) {
        this.file = file;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            this.out = Files.newBufferedWriter(file);
        } catch (IOException failed) {
            throw failed(failed);
        }
        row((Object[]) headings);
    }

    /** Writes a row; numbers that are none are left empty. */
    public void row(Object... cells) {
        try {
            out.write(Arrays.stream(cells).map(CsvFile::cell).collect(Collectors.joining(",", "", "\n")));
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    private static String cell(Object value) {
        return value instanceof Double number && !Double.isFinite(number)
                ? ""
                : String.valueOf(value).replaceAll("[,\\n\\r]", ";");
    }

    /** Gives the cells of each row of such a file, without the headings. */
    public static void read(Path file, Consumer<String[]> rows) {
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1).map(line -> line.split(",", -1)).forEach(rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    private UncheckedIOException failed(IOException cause) {
        return new UncheckedIOException("Cannot write " + file, cause);
    }

    /** Ends the file; may be called more than once. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failed) {
            throw failed(failed);
        }
    }
}
