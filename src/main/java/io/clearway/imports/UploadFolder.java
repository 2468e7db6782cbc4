package io.clearway.imports;

import io.clearway.setting.InvalidSetting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Uploaded files in a temporary folder that is deleted on closing: plain ones, or those of one zip archive. */
public final class UploadFolder implements AutoCloseable {
    private final Path folder;
    private final UploadLimits limits;
    private final List<Path> files = new ArrayList<>();
    private long bytes;

    private UploadFolder(Path folder, UploadLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /**
     * How much may be uploaded.
     *
     * @param files number of files, those of an archive included
     * @param bytes of all of them, unpacked from their archive
     */
    public record UploadLimits(int files, long bytes) {
        /** As much as an import takes. */
        public static UploadLimits defaults() {
            return new UploadLimits(64, 512L << 20);
        }
    }

    public static UploadFolder create(UploadLimits limits) {
        try {
            return new UploadFolder(Files.createTempDirectory("clearway-upload-"), limits);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot keep the upload", failed);
        }
    }

    /**
     * Takes a file in.
     *
     * @param name as its sender calls it; a zip archive is unpacked
     */
    public void add(String name, InputStream content) {
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                Path archive = folder.resolve("upload.zip");
                copy(name, content, archive);
                unpack(archive);
                Files.delete(archive);
            } else {
                if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
                    throw new InvalidSetting("files", name, "give a file name without folders");
                }
                keep(name, content);
            }
        } catch (IOException failed) {
            throw new InvalidSetting("files", name, "it cannot be read; send it again: " + failed.getMessage());
        }
    }

    /**
     * Symbolic links and everything else that is not a plain file are rejected, and so are paths outside of the folder.
     */
    private void unpack(Path archive) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                int type = entry.getUnixMode() & 0xF000;
                if (entry.isUnixSymlink() || (type != 0 && type != 0x8000)) {
                    throw new InvalidSetting("files", entry.getName(), "an archive may hold plain files only");
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    keep(entry.getName(), content);
                }
            }
        }
    }

    private void keep(String name, InputStream content) throws IOException {
        Path file = inside(name);
        Files.createDirectories(file.getParent() == null ? folder : file.getParent());
        if (Files.exists(file)) {
            throw new InvalidSetting("files", name, "give each file name once");
        }
        files.add(file);
        if (files.size() > limits.files()) {
            throw new InvalidSetting("files", files.size(), "send at most %d files".formatted(limits.files()));
        }
        copy(name, content, file);
    }

    private Path inside(String name) {
        try {
            Path file = folder.resolve("files").resolve(name).normalize();
            boolean sound =
                    !name.isBlank() && name.indexOf('\\') < 0 && !Path.of(name).isAbsolute();
            if (sound && file.startsWith(folder.resolve("files")) && !file.equals(folder.resolve("files"))) {
                return file;
            }
        } catch (InvalidPathException unusable) {
            // reported below
        }
        throw new InvalidSetting("files", name, "a name must stay within the upload: no .. and no absolute path");
    }

    private void copy(String name, InputStream content, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                bytes += count;
                if (bytes > limits.bytes()) {
                    throw new InvalidSetting(
                            "files", name, "send at most %d bytes, unpacked".formatted(limits.bytes()));
                }
                out.write(buffer, 0, count);
            }
        }
    }

    /** The folder that all of them are in, or below. */
    public Path folder() {
        return folder.resolve("files");
    }

    /** All files. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    @Override
    public void close() {
        ScenarioFolders.delete(folder);
    }
}
