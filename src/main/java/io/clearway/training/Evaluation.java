package io.clearway.training;

import io.clearway.network.ControllerSource;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.setting.Bounds;
import io.clearway.setting.Settings;
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
import java.util.function.Consumer;
import java.util.function.Function;

/** Plays controllers on held-out seeds, each episode in a simulator of its own, and reports every episode. */
public final class Evaluation {
    private static final long SHUTDOWN_LIMIT_SECONDS = 60;

    private final Scenario scenario;
    private final int parallelEpisodes;
    private final Function<HeldOutEpisode, MeasuredEnvironment> opening;

    /** @param parallelEpisodes episodes played at the same time; the results do not depend on it */
    public Evaluation(Scenario scenario, int parallelEpisodes) {
        this(scenario, parallelEpisodes, SamplingMode.EVERY_SECOND);
    }

    /** @param sampling how often queues and delays are sampled */
    Evaluation(Scenario scenario, int parallelEpisodes, SamplingMode sampling) {
        this(scenario, parallelEpisodes, episode -> scenario.open(episode.settings(), sampling));
    }

    /** @param opening opens the environment of an episode */
    public Evaluation(Scenario scenario, int parallelEpisodes, Function<HeldOutEpisode, MeasuredEnvironment> opening) {
        Bounds.atLeast("parallelEpisodes", parallelEpisodes, 1);
        this.scenario = scenario;
        this.parallelEpisodes = parallelEpisodes;
        this.opening = opening;
    }

    /**
     * One episode to be played.
     *
     * @param controller name to report the controller under
     * @param source makes the controller
     * @param settings scenario settings to play under
     * @param seed seed of the episode
     */
    public record HeldOutEpisode(String controller, ControllerSource source, Settings settings, long seed) {}

    /**
     * Plays all episodes; fewer when stopped. The first failure ends them.
     *
     * @param each receives every result in the order of the episodes, as soon as it and all before it are available
     */
    public List<EpisodeResult> evaluate(
            List<HeldOutEpisode> episodes, BooleanSupplier stop, Consumer<EpisodeResult> each) {
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(parallelEpisodes, task -> {
            Thread thread = new Thread(task, "held-out-episode");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<Optional<EpisodeResult>>> playing = new ArrayList<>();
            for (HeldOutEpisode episode : episodes) {
                playing.add(CompletableFuture.supplyAsync(
                        () -> play(episode, () -> stop.getAsBoolean() || failed.get(), failed), threads));
            }
            List<EpisodeResult> results = new ArrayList<>();
            for (CompletableFuture<Optional<EpisodeResult>> episode : playing) {
                episode.join().ifPresent(result -> {
                    results.add(result);
                    each.accept(result);
                });
            }
            return results;
        } catch (CompletionException broken) {
            throw broken.getCause() instanceof RuntimeException failure ? failure : broken;
        } finally {
            failed.set(true);
            end(threads);
        }
    }

    private Optional<EpisodeResult> play(HeldOutEpisode episode, BooleanSupplier stop, AtomicBoolean failed) {
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        try (EpisodeRunner runner = new EpisodeRunner(opening.apply(episode))) {
            return runner.play(episode.source(), episode.seed(), stop)
                    .map(played -> new EpisodeResult(
                            episode.controller(),
                            played.seed(),
                            played.measurements(),
                            new EpisodeDetails(
                                    runner.queueByMinute(),
                                    runner.travel(),
                                    runner.series(),
                                    episode.settings().values()),
                            runner.simulator(),
                            scenario.hash()));
        } catch (RuntimeException | Error failure) {
            failed.set(true);
            throw failure;
        }
    }

    /** Tells running episodes to stop, so that no simulator outlives this call. */
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
