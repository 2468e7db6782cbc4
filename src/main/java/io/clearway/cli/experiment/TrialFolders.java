package io.clearway.cli.experiment;

import io.clearway.algorithm.Checkpoint;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.report.EvaluationRow;
import io.clearway.cli.report.ReportedRun.Episode;
import io.clearway.cli.training.FolderRun;
import io.clearway.cli.training.TrainedFolder;
import io.clearway.experiment.LearningTrial;
import io.clearway.experiment.RuleTrial;
import io.clearway.experiment.Trial;
import io.clearway.experiment.TrialResult;
import io.clearway.experiment.TrialResult.TrainingEpisode;
import io.clearway.experiment.TrialRunner;
import io.clearway.training.EpisodeResult;
import io.clearway.training.Evaluation;
import io.clearway.training.Evaluation.HeldOutEpisode;
import io.clearway.training.HeldOutEpisodes;
import io.clearway.training.TrainedPolicy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Plays every trial in a folder of its own: what {@code train} writes, {@code evaluation.json} with its held-out
 * episodes, and {@code trial.json}, which says what it belongs to. What is complete there is not played again.
 */
public final class TrialFolders implements TrialRunner {
    private static final int CHECKPOINT_EVERY_ROUND = 1;

    private final Path folder;
    private final List<Long> evaluationSeeds;
    private final int parallelEpisodes;
    private final TrialProgress progress;
    private final Supplier<String> simulator;

    /**
     * @param folder of all trials
     * @param parallelEpisodes episodes of a trial at the same time; the results do not depend on it
     * @param simulator name and version of the simulator that is installed
     */
    public TrialFolders(
            Path folder,
            List<Long> evaluationSeeds,
            int parallelEpisodes,
            TrialProgress progress,
            Supplier<String> simulator) {
        this.folder = folder;
        this.evaluationSeeds = List.copyOf(evaluationSeeds);
        this.parallelEpisodes = parallelEpisodes;
        this.progress = progress;
        this.simulator = simulator;
    }

    /**
     * Refuses a folder in which other trials were played, or the same in another version of SUMO.
     *
     * @throws io.clearway.setting.InvalidSetting naming the first field that differs
     */
    public void requireSame(List<Trial> trials) {
        trials.forEach(this::requireSame);
    }

    private void requireSame(Trial trial) {
        file(trial).requireSame();
        Path kept = place(trial).resolve(TrainedFolder.EVALUATION);
        new KeptEpisodes(kept, TrainedFolder.results(kept))
                .requireSame(trial.scenario().hash(), simulator);
    }

    @Override
    public Optional<TrialResult> play(Trial trial, BooleanSupplier stop) {
        requireSame(trial);
        file(trial).write();
        Path place = place(trial);
        progress.begin(trial);
        Optional<List<EpisodeResult>> episodes = trial instanceof LearningTrial learning
                ? trained(learning, place, stop)
                        .flatMap(policy -> evaluated(trial, place, seeds -> episodes(learning, policy, seeds), stop))
                : evaluated(trial, place, seeds -> episodes((RuleTrial) trial, seeds), stop);
        progress.end(trial, episodes.isPresent());
        return episodes.map(results -> new TrialResult(trial, training(trial, place), results));
    }

    private Optional<Checkpoint> trained(LearningTrial trial, Path place, BooleanSupplier stop) {
        var run = new FolderRun(place, trial.plan(), parallelEpisodes, CHECKPOINT_EVERY_ROUND);
        Optional<Checkpoint> policy = run.policy();
        if (policy.isPresent()) {
            progress.found(trial, trial.plan().decisions());
            return policy;
        }
        progress.found(trial, run.newest().map(it -> it.progress().decisions()).orElse(0));
        return run.train(Optional.empty(), progress.listener(trial, stop)).flatMap(chosen -> run.policy());
    }

    private Optional<List<EpisodeResult>> evaluated(
            Trial trial, Path place, Function<List<Long>, List<HeldOutEpisode>> episodes, BooleanSupplier stop) {
        Path file = place.resolve(TrainedFolder.EVALUATION);
        Map<Long, EpisodeResult> before = bySeed(file);
        List<Long> missing = evaluationSeeds.stream()
                .filter(seed -> !before.containsKey(seed))
                .toList();
        progress.foundEpisodes(trial, evaluationSeeds.size() - missing.size());
        if (!missing.isEmpty()) {
            List<EpisodeResult> played = new Evaluation(trial.scenario(), parallelEpisodes)
                    .evaluate(episodes.apply(missing), stop, result -> progress.evaluated(trial));
            if (played.size() < missing.size()) {
                return Optional.empty();
            }
            JsonFiles.write(
                    file,
                    Stream.concat(before.values().stream(), played.stream())
                            .map(EvaluationRow::of)
                            .toList());
        }
        // from the file in any case, so that a result is the same whether it was played now or before
        Map<Long, EpisodeResult> bySeed = bySeed(file);
        return Optional.of(evaluationSeeds.stream()
                .map(seed -> Objects.requireNonNull(bySeed.get(seed)))
                .toList());
    }

    private static Map<Long, EpisodeResult> bySeed(Path file) {
        Map<Long, EpisodeResult> bySeed = new LinkedHashMap<>();
        TrainedFolder.results(file).forEach(result -> bySeed.put(result.seed(), result));
        return bySeed;
    }

    private static List<HeldOutEpisode> episodes(LearningTrial trial, Checkpoint policy, List<Long> seeds) {
        var learned = TrainedPolicy.of(
                policy,
                trial.scenario(),
                trial.plan().algorithm(),
                trial.evaluationChanges().values());
        return new HeldOutEpisodes(seeds).of(trial.cell().competitor(), learned);
    }

    private static List<HeldOutEpisode> episodes(RuleTrial trial, List<Long> seeds) {
        return new HeldOutEpisodes(seeds)
                .of(trial.cell().competitor(), trial.controllers(), trial.evaluationSettings());
    }

    private static List<TrainingEpisode> training(Trial trial, Path place) {
        if (trial.trainingSeed().isEmpty()) {
            return List.of();
        }
        return TrainedFolder.read(place).episodes().stream()
                .filter(Episode::own)
                .map(episode -> new TrainingEpisode(episode.decisions(), episode.metrics()))
                .toList();
    }

    private TrialFile file(Trial trial) {
        return new TrialFile(place(trial), trial.content());
    }

    private Path place(Trial trial) {
        return folder.resolve(trial.folder());
    }
}
