package io.clearway.events;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a log: one compressed file of rows per signal, so that one can be read without the others, and a header, which
 * is written last: a folder without one is no log. Rows are kept until there are some thousand of a signal; each time
 * they are appended as a whole. Used by one thread; closed by who opened it, and deleted then unless it can be read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952#section-2.2">RFC 1952: a gzip file may have several members</a>
 */
public final class EventLogWriter implements AutoCloseable {
    /** Column names of the files. */
    public static final String COLUMNS = "time,signal,code,parameter";

    static final String HEADER = "log.json";

    private static final String UNFINISHED_HEADER = HEADER + ".new";
    /** Beside the header while a log may grow. */
    static final String OPEN = "log.open";

    private static final String ROWS = "signal-\\d+\\.csv\\.gz";
    private static final int KEPT_BYTES = 1 << 15;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final List<SignalSite> signals;
    private final List<RowBuffer> rows = new ArrayList<>();
    private boolean readable;

    /**
     * Begins a log; one that is in the folder is replaced.
     *
     * @throws IllegalArgumentException when the folder holds other files
     */
    public EventLogWriter(Path folder, List<SignalSite> signals) {
        this.folder = folder;
        this.signals = List.copyOf(signals);
        try {
            Files.createDirectories(folder);
            clear(files());
            create();
        } catch (IOException failed) {
            throw new UncheckedIOException("The event log cannot be written to " + folder, failed);
        }
    }

    /** All files of rows or, should one fail, none. */
    private void create() throws IOException {
        List<Path> created = new ArrayList<>();
        try {
            for (SignalSite signal : signals) {
                created.add(Files.createFile(folder.resolve(signal.file())));
                rows.add(new RowBuffer(signal.id(), COLUMNS));
            }
        } catch (IOException failed) {
            try {
                clear(created);
            } catch (IOException staying) {
                failed.addSuppressed(staying);
            }
            throw failed;
        }
    }

    /** The name of the file of a signal by its place. */
    public static String file(int signal) {
        return "signal-%d.csv.gz".formatted(signal + 1);
    }

    /** Those of an event log that are in the folder; nothing else may be there. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.toList();
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!name.equals(HEADER)
                        && !name.equals(UNFINISHED_HEADER)
                        && !name.equals(OPEN)
                        && !name.matches(ROWS)) {
                    throw new IllegalArgumentException(
                            "%s holds %s, which is no part of an event log; name another folder"
                                    .formatted(folder, name));
                }
            }
            return files;
        }
    }

    /** The header first: rows of a log that is not whole are no log. */
    private void clear(List<Path> files) throws IOException {
        Files.deleteIfExists(folder.resolve(HEADER));
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Appends an event; those of a signal come in the order of time.
     *
     * @param signal place of the signal
     */
    public void add(int signal, SignalEvent event) {
        RowBuffer kept = rows.get(signal);
        kept.add(event);
        if (kept.size() >= KEPT_BYTES) {
            append(signal);
        }
    }

    private void append(int signal) {
        RowBuffer kept = rows.get(signal);
        try (OutputStream file =
                        Files.newOutputStream(folder.resolve(signals.get(signal).file()), StandardOpenOption.APPEND);
                OutputStream member = new FastGzip(file)) {
            kept.writeTo(member);
        } catch (IOException failed) {
            throw new UncheckedIOException("The event log cannot be written to " + folder, failed);
        }
        kept.clear();
    }

    /** A third of the time for a fifth more bytes than by default: who simulates waits for it. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream file) throws IOException {
            super(file);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /**
     * Writes what is known up to a time, so that the log can be read up to there, whatever becomes of its writer; more
     * may follow. A marker beside the header says that the log may end with a member that is not whole.
     */
    public void flush(LogHeader.Origin origin, long beginTenths, long untilTenths) {
        try {
            Path marker = folder.resolve(OPEN);
            if (Files.notExists(marker)) {
                Files.createFile(marker);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The event log cannot be written to " + folder, failed);
        }
        write(origin, beginTenths, untilTenths);
    }

    /** Ends the log: from now on it can be read. */
    public void complete(LogHeader.Origin origin, long beginTenths, long endTenths) {
        write(origin, beginTenths, endTenths);
        try {
            Files.deleteIfExists(folder.resolve(OPEN));
        } catch (IOException failed) {
            throw new UncheckedIOException("The event log cannot be written to " + folder, failed);
        }
    }

    private void write(LogHeader.Origin origin, long beginTenths, long endTenths) {
        for (int signal = 0; signal < rows.size(); signal++) {
            if (rows.get(signal).size() > 0) {
                append(signal);
            }
        }
        LogHeader header = new LogHeader(LogHeader.VERSION, origin, beginTenths, endTenths, signals);
        Path beside = folder.resolve(UNFINISHED_HEADER);
        try {
            Files.writeString(beside, JSON.writeValueAsString(header) + "\n");
            Files.move(beside, folder.resolve(HEADER), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("The event log cannot be written to " + folder, failed);
        }
        readable = true;
    }

    @Override
    public void close() {
        if (readable) {
            return;
        }
        try {
            clear(files());
            Files.deleteIfExists(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("The unfinished event log %s cannot be deleted".formatted(folder), failed);
        }
    }
}
