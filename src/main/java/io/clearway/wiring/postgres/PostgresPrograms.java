package io.clearway.wiring.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's programs, ready to be called.
 *
 * @param home folder holding {@code bin}
 * @param privileges as whom they run
 * @param log file for their output
 * @param patience time limit of a program that ends by itself
 */
record PostgresPrograms(Path home, Privileges privileges, Path log, Duration patience) {
    private static final int LAST_LINES = 8;

    /** A command line for a program; only for one that is not started yet. */
    ProcessBuilder program(List<String> before, String name, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(home.resolve("bin").resolve(name).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // A user's PGDATA, PGPORT and the like are meant for other servers.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG") || variable.startsWith("LC_"));
        return builder;
    }

    /** Runs a program to its good end. */
    void run(String name, List<String> arguments, String input) throws IOException {
        Process process = program(privileges.prefix(), name, arguments).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed(name + " did not finish within " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(name + " was interrupted");
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw failed(name + " failed");
        }
    }

    /** A failure with PostgreSQL's own output. */
    PostgresFailure failed(String what) {
        return new PostgresFailure(
                "The embedded PostgreSQL cannot be started: %s; its output: %s".formatted(what, lastOutput()),
                "the whole log is " + log);
    }

    /** The last lines of the log, in one. */
    String lastOutput() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException none) {
            return "nothing";
        }
    }
}
