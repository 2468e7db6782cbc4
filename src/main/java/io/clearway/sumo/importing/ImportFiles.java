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

/** Copies of all files of one import, unpacked, under generated names, within the limits. */
final class ImportFiles {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BUFFER_BYTES = 1 << 16;
    private final Path folder;
    private final ImportLimits limits;
    private int files;
    private long bytes;

    ImportFiles(Path folder, ImportLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** A copy of a file; the field names it in errors. */
    Path copy(String field, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidSetting(field, file, "there is no such file; give one that exists");
        }
        files++;
        if (files > limits.files()) {
            throw new InvalidSetting(field, file, "give at most %d files".formatted(limits.files()));
        }
        Path target = folder.resolve("given-%d.xml".formatted(files));
        try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(file)));
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
                if (bytes > limits.bytes()) {
                    throw new InvalidSetting(
                            field,
                            file.getFileName(),
                            "all files together may have %d bytes unpacked; reduce the network to the part that you need"
                                    .formatted(limits.bytes()));
                }
                out.write(buffer, 0, count);
            }
            return target;
        } catch (ZipException broken) {
            throw new InvalidSetting(field, file.getFileName(), "it is not a valid gzip file: " + broken.getMessage());
        } catch (IOException failed) {
            throw new SimulationException("Cannot copy %s: %s".formatted(file, failed), failed);
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << Byte.SIZE | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    }
}
