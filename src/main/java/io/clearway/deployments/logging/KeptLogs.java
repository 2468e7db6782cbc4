package io.clearway.deployments.logging;

import io.clearway.events.EventLog;
import io.clearway.events.EventWindow;
import io.clearway.events.SignalEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads the event logs of drives that are kept on disk, also while they grow. For any thread; a log may be deleted at
 * any time to make room.
 */
public final class KeptLogs {
    private final Path folder;

    /** @param limits whose folder holds the logs */
    public KeptLogs(EventLogLimits limits) {
        this.folder = limits.folder();
    }

    /**
     * The newest part of a drive's log and those before it that are needed, each opened once.
     *
     * @param seconds simulated time to look back; less is given where the log is shorter, or has a gap
     * @return empty where nothing is kept, or nothing can be read yet
     */
    public Optional<EventWindow> last(UUID deployment, double seconds) {
        Deque<EventLog> parts = new ArrayDeque<>();
        long wanted = 0;
        for (Path part : newestFirst(folder.resolve(deployment.toString()))) {
            Optional<EventLog> log = open(part);
            if (log.isEmpty()) {
                if (parts.isEmpty()) {
                    // one that has just begun
                    continue;
                }
                break;
            }
            long end = log.get().header().endTenths();
            if (parts.isEmpty()) {
                wanted = end - SignalEvent.tenths(seconds);
            } else if (end != parts.getFirst().header().beginTenths()) {
                break;
            }
            parts.addFirst(log.get());
            if (log.get().header().beginTenths() <= wanted) {
                break;
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(window(List.copyOf(parts), wanted));
    }

    private static EventWindow window(List<EventLog> parts, long wanted) {
        long first = parts.get(0).header().beginTenths();
        return new EventWindow(
                parts,
                Math.max(first, wanted),
                parts.get(parts.size() - 1).header().endTenths());
    }

    private static List<Path> newestFirst(Path drive) {
        if (!Files.isDirectory(drive)) {
            return List.of();
        }
        try (Stream<Path> parts = Files.list(drive)) {
            return parts.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The event logs in %s cannot be read".formatted(drive), unreadable);
        }
    }

    /** Empty for a part without header: nothing of it can be read yet, or it is being deleted. */
    private static Optional<EventLog> open(Path part) {
        try {
            return Optional.of(EventLog.open(part));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
