package io.clearway.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Learner.WarmStart;
import io.clearway.metric.Metric;
import io.clearway.network.ControllerSource;
import io.clearway.network.Trajectory;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** One run from its first reset to its last checkpoint, in memory. */
public final class TrainingLoop {
    private final RunPlan plan;
    private final int parallelEpisodes;
    private final int checkpointEveryRounds;
    private final TrainingListener listener;

    /**
     * @param parallelEpisodes episodes of a round that are played at the same time, each in its own environment; the
     *     result does not depend on it
     * @param checkpointEveryRounds rounds between two checkpoints; the end of the run always makes one
     */
    public TrainingLoop(RunPlan plan, int parallelEpisodes, int checkpointEveryRounds, TrainingListener listener) {
        this.plan = plan;
        this.parallelEpisodes = parallelEpisodes;
        this.checkpointEveryRounds = checkpointEveryRounds;
        this.listener = listener;
    }

    /** Runs from the beginning, or on from a checkpoint of the same plan; returns where it ended. */
    public Progress run(Optional<Checkpoint> from) {
        return run(from, Optional.empty());
    }

    /**
     * The same, beginning with the policy of another run, which is a candidate for the final one.
     *
     * @param initial checkpoint of that run, of the same algorithm; without influence where there is a checkpoint of
     *     this one
     */
    public Progress run(Optional<Checkpoint> from, Optional<Checkpoint> initial) {
        from.ifPresent(this::requireSamePlan);
        initial.ifPresent(this::requireFit);
        Progress progress = from.map(Checkpoint::progress).orElse(Progress.NONE);
        try (Learner learner = from.map(this::resume).orElseGet(() -> begin(initial));
                EpisodeRunners runners = new EpisodeRunners(parallelEpisodes, this::open, listener::stopRequested)) {
            while (progress.decisions() < plan.decisions() && !listener.stopRequested()) {
                Optional<Progress> next = round(learner, runners, progress);
                if (next.isEmpty()) {
                    return progress;
                }
                boolean candidate = plan.candidates()
                        .areMadeBy(progress.decisions(), next.get().decisions());
                progress = next.get();
                if (candidate || isCheckpointDue(progress)) {
                    listener.checkpoint(new Checkpoint(plan.origin(), progress, learner.save()), candidate);
                }
            }
        }
        return progress;
    }

    private boolean isCheckpointDue(Progress progress) {
        return progress.rounds() % checkpointEveryRounds == 0 || progress.decisions() >= plan.decisions();
    }

    /** Plays and learns from one round; empty when the run was stopped in the middle of it. */
    private Optional<Progress> round(Learner learner, EpisodeRunners runners, Progress before) {
        Optional<WarmStart> warmStart = learner.warmStart();
        int episodes = warmStart.map(WarmStart::episodes).orElseGet(learner::episodesPerRound);
        List<Long> seeds = new ArrayList<>();
        int perSeed = warmStart.isPresent() ? 1 : learner.episodesPerSeed();
        for (int episode = 0; episode < episodes; episode++) {
            seeds.add(plan.seeds().of("episode", before.episodes() + episode - episode % perSeed));
        }
        Optional<String> rule = warmStart.map(plan::rule);
        Stage.Kind playing = rule.isPresent() ? Stage.Kind.WARM_START : Stage.Kind.EPISODES;
        List<PlayedEpisode> played = runners.play(
                sources(rule, learner),
                seeds,
                over -> listener.stage(new Stage(playing, rule.orElse(""), over, episodes)));
        if (played.size() < episodes) {
            return Optional.empty();
        }
        List<Trajectory> trajectories =
                played.stream().map(PlayedEpisode::trajectory).toList();
        Stage.Kind learning = rule.isPresent() ? Stage.Kind.PRETRAINING : Stage.Kind.LEARNING;
        listener.stage(new Stage(learning, rule.orElse(""), episodes, episodes));
        Map<Metric, Double> learned = warmStart
                .map(start -> start.pretraining()
                        .apply(
                                trajectories,
                                (part, done, planned) ->
                                        listener.stage(Stage.of(part, rule.orElse(""), done, planned))))
                .orElseGet(() -> learner.learn(trajectories));
        return Optional.of(report(before, rule.orElse(EpisodeReport.LEARNER), played, learned));
    }

    /** The controllers of each episode of a round, by its place. */
    private IntFunction<ControllerSource> sources(Optional<String> rule, Learner learner) {
        if (rule.isPresent()) {
            ControllerSource controllers = plan.controllers(rule.get());
            return episode -> controllers;
        }
        return episode -> seed -> learner.behaviorPolicy(episode, seed);
    }

    private Progress report(
            Progress before, String controller, List<PlayedEpisode> played, Map<Metric, Double> learned) {
        int decisions = before.decisions();
        for (int i = 0; i < played.size(); i++) {
            PlayedEpisode episode = played.get(i);
            decisions += episode.trajectory().length();
            Map<Metric, Double> metrics = new EnumMap<>(episode.measurements());
            if (i == played.size() - 1) {
                metrics.putAll(learned);
            }
            listener.episode(new EpisodeReport(before.episodes() + i, controller, episode.seed(), decisions, metrics));
        }
        return before.plus(played.size(), decisions - before.decisions());
    }

    private EpisodeRunner open() {
        return new EpisodeRunner(plan.scenario().open(plan.scenarioSettings(), SamplingMode.DECISIONS));
    }

    private Learner begin(Optional<Checkpoint> initial) {
        Learner learner = plan.algorithm().start(plan.task(), plan.algorithmSettings(), plan.seeds());
        try {
            initial.ifPresent(policy -> {
                learner.startFrom(policy.state());
                listener.checkpoint(new Checkpoint(plan.origin(), Progress.NONE, learner.save()), true);
            });
            return learner;
        } catch (RuntimeException refused) {
            learner.close();
            throw refused;
        }
    }

    private Learner resume(Checkpoint checkpoint) {
        return plan.algorithm().resume(plan.task(), plan.algorithmSettings(), plan.seeds(), checkpoint.state());
    }

    private void requireFit(Checkpoint initial) {
        initial.rule().ifPresent(rule -> {
            throw new IllegalArgumentException(
                    "initial policy: its run kept the rule '%s', which has no weights; give one that was learned"
                            .formatted(rule));
        });
        Checkpoint.Origin origin = initial.origin();
        if (!origin.algorithm().equals(plan.algorithm().name())) {
            throw new IllegalArgumentException("initial policy: it was learned by %s; train by that, not by %s"
                    .formatted(origin.algorithm(), plan.algorithm().name()));
        }
        if (origin.scenario().equals(plan.scenario().name()) && origin.seed() == plan.seed()) {
            throw new IllegalArgumentException(
                    "initial policy: it was learned and chosen with seed %d, too; give another seed"
                            .formatted(plan.seed()));
        }
        Map<String, Object> learned = Settings.asMap(
                new Settings(origin.algorithmSettings()).over(plan.algorithm().defaults()));
        Map<String, Object> planned =
                Settings.asMap(plan.algorithmSettings().over(plan.algorithm().defaults()));
        for (String setting : new TreeSet<>(plan.algorithm().settingsOfPolicies())) {
            if (!Objects.equals(learned.get(setting), planned.get(setting))) {
                throw new IllegalArgumentException("initial policy: it was learned with %s=%s, not %s; give the same"
                        .formatted(setting, learned.get(setting), planned.get(setting)));
            }
        }
        Settings kept = plan.scenario().transferred(new Settings(origin.scenarioSettings()));
        if (!plan.hasScenarioSettings(kept)) {
            throw new IllegalArgumentException(
                    "initial policy: it was learned under the scenario settings %s; give the same"
                            .formatted(kept.values()));
        }
    }

    private void requireSamePlan(Checkpoint checkpoint) {
        checkpoint.rule().ifPresent(rule -> {
            throw new IllegalArgumentException(
                    "checkpoint: the rule '%s' that a run kept cannot be trained; continue from the last checkpoint of the run"
                            .formatted(rule));
        });
        if (!plan.made(checkpoint.origin())) {
            throw new IllegalArgumentException(
                    "checkpoint: it is of another run, with %s; give the same, or another folder"
                            .formatted(plan.differences(checkpoint.origin())));
        }
    }
}
