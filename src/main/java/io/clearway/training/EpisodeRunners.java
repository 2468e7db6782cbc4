package io.clearway.training;

import io.clearway.network.ControllerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Runs episodes in parallel; the results do not depend on how many run at the same time. */
final class EpisodeRunners implements AutoCloseable {
    private final ExecutorService threads;
    private final BlockingQueue<EpisodeRunner> idle = new LinkedBlockingQueue<>();
    private final List<EpisodeRunner> all = new ArrayList<>();
    private final BooleanSupplier stop;

    EpisodeRunners(int parallelEpisodes, Supplier<EpisodeRunner> open, BooleanSupplier stop) {
        this.stop = stop;
        this.threads = Executors.newFixedThreadPool(parallelEpisodes, task -> {
            Thread thread = new Thread(task, "episode-runner");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (int i = 0; i < parallelEpisodes; i++) {
                EpisodeRunner runner = open.get();
                all.add(runner);
                idle.add(runner);
            }
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /**
     * The episodes in the order of the seeds; fewer when play was stopped. The first failure ends all of them.
     *
     * @param sources of the controllers of an episode, by its place
     * @param over hears how many are over, at the beginning and after each
     */
    List<PlayedEpisode> play(IntFunction<ControllerSource> sources, List<Long> seeds, IntConsumer over) {
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<Optional<PlayedEpisode>>> playing = new ArrayList<>();
        for (int episode = 0; episode < seeds.size(); episode++) {
            ControllerSource source = sources.apply(episode);
            long seed = seeds.get(episode);
            playing.add(threads.submit(() -> playOne(source, seed, failed)));
        }
        List<PlayedEpisode> played = new ArrayList<>();
        RuntimeException failure = null;
        over.accept(0);
        for (Future<Optional<PlayedEpisode>> episode : playing) {
            try {
                episode.get().ifPresent(played::add);
                over.accept(played.size());
            } catch (ExecutionException broken) {
                failure = failure == null ? asUnchecked(broken) : failure;
            } catch (InterruptedException interrupted) {
                failed.set(true);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while episodes were being played", interrupted);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return played;
    }

    private Optional<PlayedEpisode> playOne(ControllerSource source, long seed, AtomicBoolean failed)
            throws InterruptedException {
        EpisodeRunner runner = idle.take();
        try {
            return runner.play(source, seed, () -> stop.getAsBoolean() || failed.get());
        } catch (RuntimeException | Error failure) {
            failed.set(true);
            throw failure;
        } finally {
            idle.add(runner);
        }
    }

    private static RuntimeException asUnchecked(ExecutionException broken) {
        return broken.getCause() instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(broken);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        all.forEach(EpisodeRunner::close);
    }
}
