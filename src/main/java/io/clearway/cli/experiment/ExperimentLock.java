package io.clearway.cli.experiment;

import io.clearway.setting.InvalidSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps other commands from the folder of an experiment until it is closed; one of a killed process holds nothing. */
public final class ExperimentLock implements AutoCloseable {
    /** It stays: a lock on a deleted file excludes nobody. */
    private static final String NAME = ".lock";

    private final Path folder;
    private final FileChannel file;

    private ExperimentLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Takes the folder, which is made where there is none.
     *
     * @throws InvalidSetting while another command has it
     */
    public static ExperimentLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            var taken = new ExperimentLock(
                    folder,
                    FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (lock(taken.file) == null) {
                taken.close();
                throw new InvalidSetting(
                        "--out", folder, "another command plays an experiment there; wait for its end or name another");
            }
            return taken;
        } catch (IOException failed) {
            throw new UncheckedIOException("--out: %s cannot be written".formatted(folder), failed);
        }
    }

    /** What is held. */
    public Path folder() {
        return folder;
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException ownProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("The lock of %s cannot be given back".formatted(folder), failed);
        }
    }
}
