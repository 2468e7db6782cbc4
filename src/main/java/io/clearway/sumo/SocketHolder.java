package io.clearway.sumo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells which process holds the other end of a loopback connection, where the system shows it (Linux's /proc). */
final class SocketHolder {
    private SocketHolder() {}

    /**
     * Whether the process is the one that a connection of ours leads to; true where the system does not tell.
     *
     * @param port where the process listens
     * @param ourPort our own end
     */
    static boolean holds(long pid, int port, int ourPort) {
        Path process = Path.of("/proc", Long.toString(pid));
        if (!Files.isDirectory(process.resolve("fd"))) {
            return !Files.isDirectory(Path.of("/proc/self/fd"));
        }
        try {
            for (String table : List.of("tcp", "tcp6")) {
                String socket = socket(process.resolve("net").resolve(table), port, ourPort);
                if (!socket.isEmpty()) {
                    return hasOpen(process.resolve("fd"), "socket:[" + socket + "]");
                }
            }
            return false;
        } catch (IOException ended) {
            return false;
        }
    }

    private static String socket(Path table, int port, int ourPort) throws IOException {
        if (!Files.isReadable(table)) {
            return "";
        }
        String local = ":%04X".formatted(port);
        String remote = ":%04X".formatted(ourPort);
        for (String line : Files.readAllLines(table)) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length > 9 && fields[1].endsWith(local) && fields[2].endsWith(remote)) {
                return fields[9];
            }
        }
        return "";
    }

    private static boolean hasOpen(Path descriptors, String name) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : all) {
                if (Files.isSymbolicLink(descriptor)
                        && Files.readSymbolicLink(descriptor).toString().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
