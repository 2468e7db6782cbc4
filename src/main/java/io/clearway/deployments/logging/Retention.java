package io.clearway.deployments.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all event logs of a service below a size: the parts that were written last stay, and those that are being
 * written. One for all drives of a service; for any thread. What it cannot do is told in the service's log, and done
 * when the next part begins: no log waits for it.
 */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final EventLogLimits limits;
    private final Set<Path> open = new HashSet<>();

    /** @param limits of all logs in its folder, which holds a folder for each deployment, and these hold the parts */
    public Retention(EventLogLimits limits) {
        this.limits = limits;
    }

    EventLogLimits limits() {
        return limits;
    }

    private record Part(Path folder, long bytes, FileTime written) {}

    /** Makes room, and keeps the folder of a part until it has ended. */
    synchronized void begin(Path part) {
        open.add(part);
        try {
            enforce();
        } catch (IOException | RuntimeException failed) {
            LOG.warn("Old event logs in {} cannot be deleted: {}", limits.folder(), failed.toString());
        }
    }

    /** From now on a part may be deleted. */
    synchronized void ended(Path part) {
        open.remove(part);
    }

    private void enforce() throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path deployment : inside(limits.folder())) {
            for (Path folder : inside(deployment)) {
                if (Files.isDirectory(folder)) {
                    parts.add(part(folder));
                }
            }
        }
        parts.sort(Comparator.comparing(Part::written));
        long bytes = parts.stream().mapToLong(Part::bytes).sum();
        for (Part part : parts) {
            if (bytes <= limits.maxBytes()) {
                return;
            }
            if (!open.contains(part.folder()) && delete(part.folder())) {
                bytes -= part.bytes();
            }
        }
    }

    /** Bytes of all files of a part. */
    static long bytes(Path part) throws IOException {
        return part(part).bytes();
    }

    /** What vanishes meanwhile, as headers that are renamed do, takes no room. */
    private static Part part(Path folder) throws IOException {
        long bytes = 0;
        FileTime written = FileTime.fromMillis(0);
        for (Path file : inside(folder)) {
            try {
                bytes += Files.size(file);
                FileTime changed = Files.getLastModifiedTime(file);
                written = changed.compareTo(written) > 0 ? changed : written;
            } catch (NoSuchFileException gone) {
                LOG.trace("{} is gone", file, gone);
            }
        }
        return new Part(folder, bytes, written);
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
    }

    /** One that stays must not keep the others. */
    private boolean delete(Path part) {
        try {
            for (Path file : inside(part)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(part);
            Path deployment = part.getParent();
            if (deployment != null
                    && inside(deployment).isEmpty()
                    && open.stream().noneMatch(one -> one.startsWith(deployment))) {
                Files.deleteIfExists(deployment);
            }
            return true;
        } catch (IOException staying) {
            LOG.warn("The old event log {} cannot be deleted: {}", part, staying.toString());
            return false;
        }
    }
}
