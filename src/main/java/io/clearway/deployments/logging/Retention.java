package io.clearway.deployments.logging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps all logs in a folder below a size: the parts that were written last stay.
 *
 * @param folder holds a folder for each deployment, which holds its parts
 * @param maxBytes of all files
 */
record Retention(Path folder, long maxBytes) {
    private static final int DEPTH_OF_PARTS = 2;

    private record Part(Path folder, long bytes, FileTime written) {}

    /**
     * Deletes the oldest parts until the rest is small enough.
     *
     * @param next the part that begins now, which stays
     */
    void enforce(Path next) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            List<Part> parts = new ArrayList<>();
            try (Stream<Path> inside = Files.walk(folder, DEPTH_OF_PARTS)) {
                for (Path path : inside.filter(path -> folder.relativize(path).getNameCount() == DEPTH_OF_PARTS)
                        .filter(path -> Files.isDirectory(path) && !path.equals(next))
                        .toList()) {
                    parts.add(part(path));
                }
            }
            parts.sort(Comparator.comparing(Part::written));
            long bytes = parts.stream().mapToLong(Part::bytes).sum();
            for (Part part : parts) {
                if (bytes <= maxBytes) {
                    return;
                }
                delete(part.folder());
                bytes -= part.bytes();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Old event logs in %s cannot be deleted".formatted(folder), failed);
        }
    }

    private static Part part(Path folder) throws IOException {
        long bytes = 0;
        FileTime written = Files.getLastModifiedTime(folder);
        for (Path file : files(folder)) {
            bytes += Files.size(file);
            FileTime changed = Files.getLastModifiedTime(file);
            written = changed.compareTo(written) > 0 ? changed : written;
        }
        return new Part(folder, bytes, written);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
        Path deployment = folder.getParent();
        if (deployment != null && files(deployment).isEmpty()) {
            Files.deleteIfExists(deployment);
        }
    }
}
