package io.clearway.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log that was written: its header, and the events of each signal on demand, row by row.
 *
 * @param folder where it is
 * @param header what it holds
 */
public record EventLog(Path folder, LogHeader header) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int DECIMAL = 10;

    /** A folder of deployments, of which each has a folder of parts. */
    private static final int DEEPEST = 2;

    /**
     * Opens a log.
     *
     * @throws IllegalArgumentException when the folder holds none
     */
    public static EventLog open(Path folder) {
        Path file = folder.resolve(EventLogWriter.HEADER);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "%s is no event log: it has no %s; give a folder that 'evaluate --events' or a deployment with an event log wrote"
                            .formatted(folder, EventLogWriter.HEADER));
        }
        try {
            return new EventLog(folder, JSON.readValue(Files.readString(file), LogHeader.class));
        } catch (IOException | JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    /** The logs in a folder, in the order of their names: the folder itself, or those in it and in its folders. */
    public static List<EventLog> find(Path folder) {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(EventLogWriter.HEADER))) {
            return List.of(open(folder));
        }
        try (Stream<Path> inside = Files.walk(folder, DEEPEST)) {
            List<EventLog> logs = inside.filter(path -> Files.exists(path.resolve(EventLogWriter.HEADER)))
                    .sorted()
                    .map(EventLog::open)
                    .toList();
            return logs.isEmpty() ? List.of(open(folder)) : logs;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder %s cannot be read".formatted(folder), unreadable);
        }
    }

    /** Reads the events of a signal, in the order of time. */
    public void read(SignalSite signal, Consumer<SignalEvent> events) {
        Path file = folder.resolve(signal.file());
        try (InputStream bytes = Files.newInputStream(file);
                WholeMembers rows = new WholeMembers(new GZIPInputStream(bytes, BUFFER_BYTES), isOpen());
                BufferedReader lines = new BufferedReader(new InputStreamReader(rows, StandardCharsets.UTF_8))) {
            if (!EventLogWriter.COLUMNS.equals(lines.readLine())) {
                throw new IllegalArgumentException("%s has no columns %s".formatted(file, EventLogWriter.COLUMNS));
            }
            int number = 1;
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                number++;
                boolean cut = next == null && rows.wasCut();
                SignalEvent event = cut ? null : event(line, file, number);
                if (event == null || event.tenths() > header.endTenths()) {
                    // written after the time up to which the header promises all events
                    return;
                }
                events.accept(event);
                line = next;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The event log %s cannot be read".formatted(file), unreadable);
        }
    }

    /** Whether more may follow, or its writer was killed. */
    public boolean isOpen() {
        return Files.exists(folder.resolve(EventLogWriter.OPEN));
    }

    /** The id between the first comma and the last but one is known already. */
    private static SignalEvent event(String line, Path file, int number) {
        int first = line.indexOf(',');
        int last = line.lastIndexOf(',');
        int code = line.lastIndexOf(',', last - 1);
        int point = line.indexOf('.');
        if (point <= 0 || point + 2 != first || code <= first) {
            throw broken(line, file, number);
        }
        try {
            long seconds = Long.parseLong(line, 0, point, DECIMAL);
            return new SignalEvent(
                    seconds * SignalEvent.TENTHS_PER_SECOND + Character.digit(line.charAt(point + 1), DECIMAL),
                    Integer.parseInt(line, code + 1, last, DECIMAL),
                    Integer.parseInt(line, last + 1, line.length(), DECIMAL));
        } catch (NumberFormatException noNumber) {
            throw broken(line, file, number);
        }
    }

    private static IllegalArgumentException broken(String line, Path file, int number) {
        return new IllegalArgumentException("%s, line %d: '%s' is not a row of %s, such as 12.3,A,82,1"
                .formatted(file, number, line, EventLogWriter.COLUMNS));
    }
}
