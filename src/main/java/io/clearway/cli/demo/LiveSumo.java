package io.clearway.cli.demo;

import io.clearway.simulation.SimulationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A SUMO as a user would start it by hand: it waits on a port for a client. Closing ends it. */
final class LiveSumo implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 2;

    private final Process process;
    private final Path log;
    private final int port;

    private LiveSumo(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts SUMO on a free port; {@code folder} holds {@code clearway.sumocfg}. */
    static LiveSumo start(Path folder, Map<String, String> environment) {
        Path log = folder.resolve("sumo.log");
        try {
            int port = freePort();
            Process process = new ProcessBuilder(List.of(
                            program(environment),
                            "-c",
                            folder.resolve("clearway.sumocfg").toString(),
                            "--remote-port",
                            String.valueOf(port),
                            "--num-clients",
                            "1",
                            "--no-step-log",
                            "true"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new LiveSumo(process, log, port);
        } catch (IOException failure) {
            throw new SimulationException("A live SUMO cannot be started: " + failure.getMessage(), failure);
        }
    }

    private static String program(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SUMO_HOME"))
                .map(home -> Path.of(home, "bin", "sumo"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .orElse("sumo");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Port that it waits on. */
    int port() {
        return port;
    }

    /** SUMO's own words so far, for when it fails. */
    String output() {
        try {
            return Files.readString(log, Charset.defaultCharset());
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
