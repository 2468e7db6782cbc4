package io.clearway.sumo.process;

import io.clearway.simulation.SimulationException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A child process and its newest output. It is forked by a daemon thread that lives as long as the process: the kernel
 * sends the death signal of {@code setpriv --pdeathsig} when the forking <em>thread</em> ends.
 */
final class ChildProcess implements AutoCloseable {
    private static final Duration OUTPUT_TIMEOUT = Duration.ofMillis(500);
    private static final int BUFFER_BYTES = 1024;

    /** Exit code of a process that a signal ended, less the signal. */
    private static final int SIGNAL_OFFSET = 128;

    private final Process process;
    private final OutputTail tail;
    private final Thread forker;
    private final Duration stopLimit;

    private ChildProcess(Process process, OutputTail tail, Thread forker, Duration stopLimit) {
        this.process = process;
        this.tail = tail;
        this.forker = forker;
        this.stopLimit = stopLimit;
    }

    /**
     * Starts a process.
     *
     * @param stopLimit how long it may take to end after SIGTERM
     * @throws SimulationException when the system cannot start it
     */
    static ChildProcess start(List<String> command, Duration stopLimit) {
        OutputTail tail = new OutputTail();
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread forker = new Thread(() -> fork(command, tail, started), "parent of " + command.get(0));
        forker.setDaemon(true);
        forker.start();
        try {
            return new ChildProcess(started.join(), tail, forker, stopLimit);
        } catch (CompletionException failed) {
            throw new SimulationException("Cannot start %s: %s".formatted(command.get(0), failed.getMessage()), failed);
        }
    }

    private static void fork(List<String> command, OutputTail tail, CompletableFuture<Process> started) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // error messages in English, file names in UTF-8
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            started.complete(process);
            copy(process.getInputStream(), tail);
            awaitEnd(process);
        } catch (IOException failed) {
            started.completeExceptionally(failed);
        }
    }

    private static void copy(InputStream output, OutputTail tail) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (output) {
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                tail.add(buffer, count);
            }
        } catch (IOException closed) {
            // the process was killed: the output before is kept
        }
    }

    private static void awaitEnd(Process process) {
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException unexpected) {
                process.destroyForcibly();
            }
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ended within the time; when the caller is interrupted, it is killed. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its newest output; complete once it has ended. */
    String output() {
        if (!process.isAlive()) {
            try {
                forker.join(OUTPUT_TIMEOUT.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return tail.text();
    }

    /** How it ended, and its newest output. */
    String status() {
        String output = output();
        String end = process.isAlive() ? "still running" : describe(process.exitValue());
        return output.isEmpty() ? end + ", without output" : end + ", with the output:\n" + output;
    }

    private static String describe(int exitCode) {
        return exitCode > SIGNAL_OFFSET
                ? "ended by signal " + (exitCode - SIGNAL_OFFSET)
                : "ended with exit code " + exitCode;
    }

    int exitCode() {
        return process.exitValue();
    }

    /** SIGTERM, a short wait, SIGKILL. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            if (!endsWithin(stopLimit)) {
                process.destroyForcibly();
                endsWithin(stopLimit);
            }
        }
    }
}
