package io.clearway.runs;

import io.clearway.algorithm.Checkpoint;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import io.clearway.training.SelectedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The runs as workers see them: taken by one at a time. */
public interface RunClaims {
    /**
     * Claims a run, from any worker that has it: from now on only the writes of this claim count. Training episodes
     * after the newest checkpoint are deleted, since they will be played again.
     *
     * @return empty when the run is over or does not exist
     */
    Optional<Claim> claim(UUID run);

    /**
     * A run that a worker has taken. Every write throws {@link FencedOut} when another worker has taken the run since.
     */
    interface Claim {
        /** The run as it was when it was taken. */
        Run run();

        /** Number of workers that took it since its last progress, this one included. */
        int attempt();

        /** The checkpoint to resume from; empty at the beginning. */
        Optional<Checkpoint> latestCheckpoint();

        /** The checkpoints that the final policy may be chosen from, in order; empty once it is chosen. */
        List<Checkpoint> candidates();

        /** The policy to evaluate: the chosen one, or else the newest checkpoint; empty at the beginning. */
        Optional<Checkpoint> policy();

        /** Held-out results so far. */
        List<EpisodeResult> evaluations();

        /** Whether the run is to be canceled, or was taken by another worker. */
        boolean mustStop();

        /** Stores a training episode. */
        void episode(EpisodeReport report);

        /** Stores a checkpoint and deletes the oldest ones, but for candidates. */
        void checkpoint(Checkpoint checkpoint, boolean candidate, int kept);

        /** Stores what the run does now. */
        void stage(CurrentStage stage);

        /** Stores how many validation episodes are over. */
        void validated(Validated validated);

        /** Stores the final policy and how it was chosen, and deletes the candidates that are not among the newest. */
        void policy(SelectedPolicy policy, int kept);

        /** Stores a held-out result. */
        void evaluation(EpisodeResult result);

        /** Returns the run to the queue. */
        void handBack();

        /** Marks the run as finished. */
        void finish();

        /** Marks the run as failed, with an error message. */
        void fail(String message);

        /** Marks the run as canceled, as requested. */
        void cancel();
    }
}
