package io.clearway.cli.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.cli.report.ReportedRuns.Requested;
import io.clearway.training.PolicySelection;
import io.clearway.training.RunPlan;
import io.clearway.training.SelectedPolicy;
import io.clearway.training.Selection;
import io.clearway.training.TrainedPolicy;
import io.clearway.training.TrainingListener;
import io.clearway.training.TrainingLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A training run in a folder: it continues from its newest checkpoint, and ends with the final policy. */
public final class FolderRun {
    private final RunPlan plan;
    private final PolicyFiles files;
    private final int parallelEpisodes;
    private final int checkpointEvery;

    /**
     * Makes the folder where there is none.
     *
     * @param parallelEpisodes episodes played at the same time; the result does not depend on it
     * @param checkpointEvery rounds between two checkpoints
     */
    public FolderRun(Path folder, RunPlan plan, int parallelEpisodes, int checkpointEvery) {
        try {
            this.files = new PolicyFiles(Files.createDirectories(folder));
        } catch (IOException failure) {
            throw new UncheckedIOException("--out: folder %s cannot be created".formatted(folder), failure);
        }
        this.plan = plan;
        this.parallelEpisodes = parallelEpisodes;
        this.checkpointEvery = checkpointEvery;
    }

    /** The checkpoint that the run continues from; empty where none was made. */
    public Optional<Checkpoint> newest() {
        return files.newest();
    }

    /** The final policy of a run that is over. */
    public Optional<Checkpoint> policy() {
        return files.policy();
    }

    /**
     * Trains to the end, chooses the final policy and keeps it.
     *
     * @param initial policy to begin with; without influence where there is a checkpoint
     * @param shown is told of the progress, and may stop the run
     * @return how the policy was chosen; empty when stopped
     */
    public Optional<Selection> train(Optional<Checkpoint> initial, TrainingListener shown) {
        Optional<Checkpoint> from = newest();
        files.writeRequested(new Requested(plan.decisions(), Optional.of(plan.selection())));
        try (TrainingFolder out = new TrainingFolder(files, from, shown)) {
            Progress progress = new TrainingLoop(plan, parallelEpisodes, checkpointEvery, out).run(from, initial);
            if (progress.decisions() < plan.decisions()) {
                return Optional.empty();
            }
            Optional<SelectedPolicy> chosen =
                    new PolicySelection(plan, parallelEpisodes, out).select(files.candidates());
            chosen.ifPresent(policy -> files.writePolicy(
                    TrainedPolicy.alone(policy.policy(), plan.scenario(), plan.algorithm()), policy.selection()));
            return chosen.map(SelectedPolicy::selection);
        }
    }
}
