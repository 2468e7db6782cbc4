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
 * A process of ours with its last words. It is forked by a daemon thread that lives as long as the process: the kernel
 * sends the death signal of {@code setpriv --pdeathsig} when the forking <em>thread</em> ends.
 */
final class ChildProcess implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofMillis(500);
    private final Process process;
    private final OutputTail tail;
    private final Thread keeper;
    private final Duration patience;

    private ChildProcess(Process process, OutputTail tail, Thread keeper, Duration patience) {
        this.process = process;
        this.tail = tail;
        this.keeper = keeper;
        this.patience = patience;
    }

    /**
     * Starts a process.
     *
     * @param patience how long it may take to end after SIGTERM
     * @throws SimulationException when the system does not start it
     */
    static ChildProcess start(List<String> command, Duration patience) {
        OutputTail tail = new OutputTail();
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread keeper = new Thread(() -> keep(command, tail, started), "keeper of " + command.get(0));
        keeper.setDaemon(true);
        keeper.start();
        try {
            return new ChildProcess(started.join(), tail, keeper, patience);
        } catch (CompletionException failed) {
            throw new SimulationException("Cannot start %s: %s".formatted(command.get(0), failed.getMessage()), failed);
        }
    }

    private static void keep(List<String> command, OutputTail tail, CompletableFuture<Process> started) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // errors of the system in English, file names in any alphabet
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
        byte[] buffer = new byte[1024];
        try (output) {
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                tail.add(buffer, count);
            }
        } catch (IOException closed) {
            // the process was killed while we read: what came before is kept
        }
    }

    private static void awaitEnd(Process process) {
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException nobodyInterruptsTheKeeper) {
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

    /** Whether it ended within the time; interrupted, it is killed. */
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
    String words() {
        if (!process.isAlive()) {
            try {
                keeper.join(LAST_WORDS.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return tail.text();
    }

    /** How it ended, and its last words. */
    String epitaph() {
        String words = words();
        String end = process.isAlive() ? "still running" : describe(process.exitValue());
        return words.isEmpty() ? end + ", it said nothing" : end + ", it said:\n" + words;
    }

    private static String describe(int exitCode) {
        return exitCode > 128 ? "ended by signal " + (exitCode - 128) : "ended with exit code " + exitCode;
    }

    int exitCode() {
        return process.exitValue();
    }

    /** SIGTERM, a short wait, SIGKILL. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            if (!endsWithin(patience)) {
                process.destroyForcibly();
                endsWithin(patience);
            }
        }
    }
}
