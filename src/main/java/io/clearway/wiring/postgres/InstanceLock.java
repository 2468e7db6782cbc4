package io.clearway.wiring.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a data folder to one instance at a time; the operating system releases it when the process dies. */
final class InstanceLock implements AutoCloseable {
    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The folder's lock, or a failure that names the folder and who holds it. */
    static InstanceLock take(Path folder) {
        Path file = folder.resolve("instance.lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw inUse(folder, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new InstanceLock(channel);
        } catch (IOException failure) {
            throw new PostgresFailure(
                    "The data folder %s cannot be locked: %s".formatted(folder, failure.getMessage()),
                    OTHER_FOLDER,
                    failure);
        }
    }

    static final String OTHER_FOLDER = "choose another folder with --data-dir or the variable CLEARWAY_DATA";

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ownProcess) {
            return null;
        }
    }

    private static PostgresFailure inUse(Path folder, String holder) {
        return new PostgresFailure(
                "The data folder %s is in use by another instance%s"
                        .formatted(folder, holder.isEmpty() ? "" : " (process " + holder + ")"),
                "stop that one, or " + OTHER_FOLDER);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The lock goes with the process at the latest.
        }
    }
}
