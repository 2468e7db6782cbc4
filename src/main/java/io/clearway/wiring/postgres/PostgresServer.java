package io.clearway.wiring.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** One running server process on a cluster; stops with this process, however that ends. */
final class PostgresServer implements AutoCloseable {
    private static final int LINE_OF_STATE = 7;
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Process process;
    private final int port;
    private final Duration patience;

    private PostgresServer(Process process, int port, Duration patience) {
        this.process = process;
        this.port = port;
        this.patience = patience;
    }

    /** Starts a server and returns when it takes connections. */
    static PostgresServer start(Path cluster, PostgresPrograms tools, int wantedPort) throws IOException {
        awaitEndOfEarlierServer(cluster, tools.patience());
        int port = freePort(wantedPort);
        ProcessBuilder builder = tools.program(prefix(tools.privileges()), "postgres", arguments(cluster, port));
        var server = new PostgresServer(fork(builder), port, tools.patience());
        try {
            server.awaitReady(cluster, tools);
            return server;
        } catch (RuntimeException | IOException failure) {
            server.close();
            throw failure;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    private static List<String> prefix(Privileges privileges) {
        // A session of its own, or Ctrl-C would stop the database before the service; the signal on the death of the
        // parent comes last, because a change of user takes it away.
        List<String> prefix = new ArrayList<>(List.of("setsid"));
        prefix.addAll(privileges.prefix());
        prefix.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        return prefix;
    }

    private static List<String> arguments(Path cluster, int port) {
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.toString()));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "jit=off",
                "wal_level=minimal",
                "max_wal_senders=0",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_min_messages=warning",
                "log_line_prefix=%m [%p] ")) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return arguments;
    }

    /** After a crash of ours the server of that time needs a second or two to stop by itself. */
    private static void awaitEndOfEarlierServer(Path cluster, Duration patience) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        long end = System.nanoTime() + patience.toNanos();
        while (Files.exists(pidFile) && isServerOf(cluster, pidFile)) {
            if (System.nanoTime() > end) {
                throw new PostgresFailure(
                        "Another PostgreSQL (process %s) still runs on %s".formatted(firstLine(pidFile), cluster),
                        "stop it with: kill -INT " + firstLine(pidFile));
            }
            sleep();
        }
    }

    private static boolean isServerOf(Path cluster, Path pidFile) throws IOException {
        Path commandLine = Path.of("/proc", firstLine(pidFile), "cmdline");
        try {
            return Files.readString(commandLine, StandardCharsets.ISO_8859_1).contains(cluster.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private static String firstLine(Path pidFile) {
        try {
            return Files.readAllLines(pidFile).stream().findFirst().orElse("0").strip();
        } catch (IOException gone) {
            return "0";
        }
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), wanted));
            return probe.getLocalPort();
        } catch (IOException taken) {
            throw new PostgresFailure(
                    "Port %d for the embedded PostgreSQL is taken by another program".formatted(wanted),
                    "choose another with clearway.postgres.port, or 0 for one that is free",
                    taken);
        }
    }

    /** Forks from a thread that stays until the server ends: the death signal belongs to the forking thread. */
    private static Process fork(ProcessBuilder builder) throws IOException {
        var started = new CompletableFuture<Process>();
        Thread parent = new Thread(
                () -> {
                    try {
                        Process process = builder.start();
                        started.complete(process);
                        while (process.isAlive()) {
                            awaitQuietly(process);
                        }
                    } catch (IOException failure) {
                        started.completeExceptionally(failure);
                    }
                },
                "postgres-parent");
        parent.setDaemon(true);
        parent.start();
        try {
            return started.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure.getCause());
        }
    }

    private static void awaitQuietly(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException ignored) {
            // This thread must not end before the server.
        }
    }

    private void awaitReady(Path cluster, PostgresPrograms tools) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!isReady(cluster.resolve("postmaster.pid"))) {
            if (!process.isAlive()) {
                throw tools.failed("it ended with status " + process.exitValue());
            }
            if (System.nanoTime() > end) {
                throw tools.failed("it was not ready within " + patience.toSeconds() + " s");
            }
            sleep();
        }
    }

    private boolean isReady(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() > LINE_OF_STATE
                    && lines.get(0).strip().equals(String.valueOf(process.pid()))
                    && lines.get(LINE_OF_STATE).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(GLANCE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("Starting PostgreSQL was interrupted", "start again", interrupted);
        }
    }

    /** Fast shutdown: open transactions are rolled back, nothing is lost. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            if (process.isAlive()) {
                new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                        .start()
                        .waitFor(5, TimeUnit.SECONDS);
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            process.destroyForcibly();
        } catch (InterruptedException again) {
            process.destroyForcibly();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
