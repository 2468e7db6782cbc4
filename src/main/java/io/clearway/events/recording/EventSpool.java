package io.clearway.events.recording;

import io.clearway.events.SignalEvent;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file of events: all are appended, then read once in the same order. Signals are logged while an episode
 * runs, detectors when it has ended; the spool keeps the former without holding them in memory.
 */
final class EventSpool implements AutoCloseable {
    private final Path file;
    private final DataOutputStream out;
    private @Nullable DataInputStream in;
    private long written;
    private long read;

    /** An event and the place of its signal. */
    record Spooled(int signal, SignalEvent event) {}

    EventSpool() {
        try {
            file = Files.createTempFile("clearway-events-", ".spool");
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException("No temporary file for events can be created", failed);
        }
    }

    void add(int signal, SignalEvent event) {
        try {
            out.writeInt(signal);
            out.writeLong(event.tenths());
            out.writeInt(event.code());
            out.writeInt(event.parameter());
            written++;
        } catch (IOException failed) {
            throw new UncheckedIOException("Events cannot be kept in " + file, failed);
        }
    }

    /** The next event; null after the last. From the first call on nothing is added. */
    @Nullable Spooled next() {
        try {
            if (in == null) {
                out.close();
                in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            }
            if (read == written) {
                return null;
            }
            read++;
            return new Spooled(in.readInt(), new SignalEvent(in.readLong(), in.readInt(), in.readInt()));
        } catch (IOException failed) {
            throw new UncheckedIOException("Events cannot be read from " + file, failed);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            if (in != null) {
                in.close();
            }
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // the system clears its temporary folder
        }
    }
}
