package io.clearway.experiment;

import io.clearway.setting.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Plays the trials of an experiment, several at the same time. The results do not depend on how many. */
public final class TrialQueue {
    private static final long SHUTDOWN_LIMIT_SECONDS = 60;

    private final TrialRunner runner;
    private final int jobs;

    /** @param jobs trials at the same time */
    public TrialQueue(TrialRunner runner, int jobs) {
        Bounds.atLeast("--jobs", jobs, 1);
        this.runner = runner;
        this.jobs = jobs;
    }

    /**
     * Plays all trials; the first failure stops them.
     *
     * @param stop asked at every decision; true ends all trials where they are
     * @return results in the order of the trials; fewer when stopped
     */
    public List<TrialResult> play(List<Trial> trials, BooleanSupplier stop) {
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "trial");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<Optional<TrialResult>>> playing = new ArrayList<>();
            for (Trial trial : trials) {
                playing.add(CompletableFuture.supplyAsync(() -> play(trial, stop, failed), threads));
            }
            List<TrialResult> results = new ArrayList<>();
            playing.forEach(trial -> trial.join().ifPresent(results::add));
            return results;
        } catch (CompletionException broken) {
            throw broken.getCause() instanceof RuntimeException failure ? failure : broken;
        } finally {
            failed.set(true);
            end(threads);
        }
    }

    private Optional<TrialResult> play(Trial trial, BooleanSupplier stop, AtomicBoolean failed) {
        BooleanSupplier stopped = () -> stop.getAsBoolean() || failed.get();
        if (stopped.getAsBoolean()) {
            return Optional.empty();
        }
        try {
            return runner.play(trial, stopped);
        } catch (RuntimeException | Error failure) {
            failed.set(true);
            throw failure;
        }
    }

    /** Lets trials that were told to stop come to an end, so that no simulator outlives this call. */
    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SHUTDOWN_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
