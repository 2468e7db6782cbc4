package io.clearway.sumo.importing;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.SimulationException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Copies of all files of one import, unpacked, under names of our own, and never more than the limits allow. */
final class ImportFiles {
    private static final int GZIP_MAGIC = 0x1f8b;
    private final Path folder;
    private final ImportLimits limits;
    private int files;
    private long bytes;

    ImportFiles(Path folder, ImportLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** A copy of a file; the field names it in errors. */
    Path take(String field, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidSetting(field, file, "there is no such file; give one that exists");
        }
        files++;
        if (files > limits.files()) {
            throw new InvalidSetting(field, file, "give at most %d files".formatted(limits.files()));
        }
        Path copy = folder.resolve("given-%d.xml".formatted(files));
        try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(file)));
                OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
                if (bytes > limits.bytes()) {
                    throw new InvalidSetting(
                            field,
                            file.getFileName(),
                            "all files together may have %d bytes unpacked; cut out the part of the network that you need"
                                    .formatted(limits.bytes()));
                }
                out.write(buffer, 0, count);
            }
            return copy;
        } catch (ZipException broken) {
            throw new InvalidSetting(field, file.getFileName(), "it is no sound gzip file: " + broken.getMessage());
        } catch (IOException failed) {
            throw new SimulationException("Cannot copy %s: %s".formatted(file, failed), failed);
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
