package io.clearway.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Learner.WarmStart;
import io.clearway.metric.Metric;
import io.clearway.network.ControllerSource;
import io.clearway.network.Trajectory;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run from its first reset to its last checkpoint, in memory. */
public final class TrainingLoop {
    private final RunPlan plan;
    private final int players;
    private final int checkpointEveryRounds;
    private final TrainingListener listener;

    /**
     * @param players episodes of a round that are played at the same time, each in an environment of its own; the
     *     result does not depend on it
     * @param checkpointEveryRounds rounds between two checkpoints; the end of the run always makes one
     */
    public TrainingLoop(RunPlan plan, int players, int checkpointEveryRounds, TrainingListener listener) {
        this.plan = plan;
        this.players = players;
        this.checkpointEveryRounds = checkpointEveryRounds;
        this.listener = listener;
    }

    /** Runs from the beginning, or on from a checkpoint of the same plan; returns where it ended. */
    public Progress run(Optional<Checkpoint> from) {
        from.ifPresent(this::mustBeOfThisPlan);
        Progress progress = from.map(Checkpoint::progress).orElse(Progress.NONE);
        try (Learner learner = from.map(this::resume).orElseGet(this::begin);
                EpisodePlayers playing = new EpisodePlayers(players, this::open, listener::stopRequested)) {
            while (progress.decisions() < plan.decisions() && !listener.stopRequested()) {
                Optional<Progress> next = round(learner, playing, progress);
                if (next.isEmpty()) {
                    return progress;
                }
                progress = next.get();
                if (progress.rounds() % checkpointEveryRounds == 0 || progress.decisions() >= plan.decisions()) {
                    listener.checkpoint(new Checkpoint(plan.origin(), progress, learner.save()));
                }
            }
        }
        return progress;
    }

    /** Plays and learns from one round; empty when the run was stopped in the middle of it. */
    private Optional<Progress> round(Learner learner, EpisodePlayers playing, Progress before) {
        Optional<WarmStart> start = learner.warmStart();
        int episodes = start.map(WarmStart::episodes).orElseGet(learner::episodesPerRound);
        List<Long> seeds = new ArrayList<>();
        for (int episode = before.episodes(); episode < before.episodes() + episodes; episode++) {
            seeds.add(plan.seeds().of("episode", episode));
        }
        Optional<String> rule = start.map(this::rule);
        ControllerSource source = rule.map(this::teacher).orElse(learner::behaviorPolicy);
        List<PlayedEpisode> played = playing.play(source, seeds);
        if (played.size() < episodes) {
            return Optional.empty();
        }
        List<Trajectory> lived = played.stream().map(PlayedEpisode::trajectory).toList();
        Map<Metric, Double> learned =
                start.map(WarmStart::pretraining).orElse(learner::learn).apply(lived);
        return Optional.of(report(before, rule.orElse(EpisodeReport.LEARNER), played, learned));
    }

    private Progress report(Progress before, String player, List<PlayedEpisode> played, Map<Metric, Double> learned) {
        int decisions = before.decisions();
        for (int i = 0; i < played.size(); i++) {
            PlayedEpisode episode = played.get(i);
            decisions += episode.trajectory().length();
            Map<Metric, Double> metrics = new EnumMap<>(episode.measurements());
            if (i == played.size() - 1) {
                metrics.putAll(learned);
            }
            listener.episode(new EpisodeReport(before.episodes() + i, player, episode.seed(), decisions, metrics));
        }
        return before.plus(played.size(), decisions - before.decisions());
    }

    private EpisodePlayer open() {
        return new EpisodePlayer(plan.scenario().open(plan.scenarioSettings(), SamplingMode.DECISIONS));
    }

    private String rule(WarmStart start) {
        return start.rule().equals(WarmStart.REFERENCE) ? plan.scenario().reference() : start.rule();
    }

    private ControllerSource teacher(String name) {
        ControllerSource rule = plan.scenario().controllers().get(name);
        if (rule == null) {
            throw new InvalidSetting(
                    "algorithmSettings.warmStart",
                    name,
                    "give 'reference' or one of the scenario's controllers: "
                            + String.join(", ", plan.scenario().controllers().keySet()));
        }
        return rule;
    }

    private Learner begin() {
        return plan.algorithm().start(plan.task(), plan.algorithmSettings(), plan.seeds());
    }

    private Learner resume(Checkpoint checkpoint) {
        return plan.algorithm().resume(plan.task(), plan.algorithmSettings(), plan.seeds(), checkpoint.state());
    }

    private void mustBeOfThisPlan(Checkpoint checkpoint) {
        if (!plan.made(checkpoint.origin())) {
            throw new IllegalArgumentException("The checkpoint is of another run: it has %s, the plan has %s"
                    .formatted(checkpoint.origin(), plan.origin()));
        }
    }
}
