package io.clearway.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Learner.WarmStart;
import io.clearway.metric.Metric;
import io.clearway.network.ControllerSource;
import io.clearway.network.Trajectory;
import io.clearway.scenario.Scenario.SamplingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        from.ifPresent(this::requireSamePlan);
        Progress progress = from.map(Checkpoint::progress).orElse(Progress.NONE);
        try (Learner learner = from.map(this::resume).orElseGet(this::begin);
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
        for (int episode = before.episodes(); episode < before.episodes() + episodes; episode++) {
            seeds.add(plan.seeds().of("episode", episode));
        }
        Optional<String> rule = warmStart.map(plan::rule);
        ControllerSource source = rule.map(plan::controllers).orElse(learner::behaviorPolicy);
        List<PlayedEpisode> played = runners.play(source, seeds);
        if (played.size() < episodes) {
            return Optional.empty();
        }
        List<Trajectory> trajectories =
                played.stream().map(PlayedEpisode::trajectory).toList();
        Map<Metric, Double> learned =
                warmStart.map(WarmStart::pretraining).orElse(learner::learn).apply(trajectories);
        return Optional.of(report(before, rule.orElse(EpisodeReport.LEARNER), played, learned));
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

    private Learner begin() {
        return plan.algorithm().start(plan.task(), plan.algorithmSettings(), plan.seeds());
    }

    private Learner resume(Checkpoint checkpoint) {
        return plan.algorithm().resume(plan.task(), plan.algorithmSettings(), plan.seeds(), checkpoint.state());
    }

    private void requireSamePlan(Checkpoint checkpoint) {
        checkpoint.rule().ifPresent(rule -> {
            throw new IllegalArgumentException(
                    "checkpoint: the rule '%s' that a run kept cannot be trained; continue from the last checkpoint of the run"
                            .formatted(rule));
        });
        if (!plan.made(checkpoint.origin())) {
            throw new IllegalArgumentException("The checkpoint is of another run: it has %s, the plan has %s"
                    .formatted(checkpoint.origin(), plan.origin()));
        }
    }
}
