package io.clearway.sumo.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks whether a child process listens at a port, where the system shows it (Linux's {@code /proc}): another process
 * that listens there must not be connected to.
 */
final class ListeningPort {
    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningPort() {}

    /** Whether the process listens there; true where the system does not show it. */
    static boolean isHeldBy(long pid, int port) {
        Path process = Path.of("/proc", Long.toString(pid));
        if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
            return true;
        }
        try {
            for (String table : List.of("tcp", "tcp6")) {
                String socket = listener(process.resolve("net").resolve(table), port);
                if (!socket.isEmpty()) {
                    return hasOpen(process.resolve("fd"), "socket:[" + socket + "]");
                }
            }
            return false;
        } catch (IOException ended) {
            return false;
        }
    }

    private static String listener(Path table, int port) throws IOException {
        if (!Files.isReadable(table)) {
            return "";
        }
        String ending = ":%04X".formatted(port);
        for (String line : Files.readAllLines(table)) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length > INODE && fields[ADDRESS].endsWith(ending) && fields[STATE].equals(LISTENING)) {
                return fields[INODE];
            }
        }
        return "";
    }

    private static boolean hasOpen(Path descriptors, String name) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : all) {
                if (isLinkTo(descriptor, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLinkTo(Path descriptor, String name) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(name);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
