package io.clearway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder where somebody types what a document says into bash. {@code ./clearway} is the classes under test in a
 * process of their own, started as the launcher starts the built program; curl fails where the service refuses. What
 * still runs in the background at the end is ended.
 */
final class Workplace implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 900;

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Process> started = new ArrayList<>();

    /** @param data folder of the database, imported scenarios and compiled networks */
    Workplace(Path folder, Path data) throws IOException {
        this.folder = Files.createDirectories(folder);
        Path launcher = folder.resolve("clearway");
        Files.writeString(launcher, """
                #!/bin/sh
                exec '%s' -Xmx768m -XX:TieredStopAtLevel=1 -cp '%s' '-Dclearway.home=%s' \\
                    io.clearway.ClearwayApplication "$@"
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        productionClasspath(),
                        Path.of("").toAbsolutePath()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve(".curlrc"), "fail-with-body\nsilent\nshow-error\n");
        with("HOME", folder.toString()).with("CLEARWAY_DATA", data.toString()).with("OMP_NUM_THREADS", "1");
    }

    private static String productionClasspath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    Path folder() {
        return folder;
    }

    /** Sets an environment variable for what is typed from now on. */
    Workplace with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts a command and leaves it running; what it says goes into a file of the folder. */
    Process start(String command, String output) throws IOException {
        // a group of its own, so that what it left in the background can be found again
        var builder = new ProcessBuilder("setsid", "bash", "-euo", "pipefail", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(folder.resolve(output).toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Runs a command to its end, which must be a good one, and tells what it said. */
    String run(String command) throws IOException, InterruptedException {
        Process process = start(command, "output.txt");
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String said = Files.readString(folder.resolve("output.txt"));
        assertThat(ended)
                .as("ends within %d s: %s\n%s", PATIENCE_SECONDS, command, said)
                .isTrue();
        assertThat(process.exitValue()).as("%s\n%s", command, said).isZero();
        return said;
    }

    /** Ends what still runs; whoever has a database gets the time to close it. */
    @Override
    public void close() throws IOException {
        started.forEach(Process::destroy);
        try {
            for (Process process : started) {
                process.waitFor(30, TimeUnit.SECONDS);
                new ProcessBuilder("bash", "-c", "kill -KILL -- -" + process.pid())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            started.forEach(Process::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
