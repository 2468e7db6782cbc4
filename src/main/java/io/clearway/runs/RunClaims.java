package io.clearway.runs;

import io.clearway.algorithm.Checkpoint;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
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

        /** Held-out results so far. */
        List<EpisodeResult> evaluations();

        /** Whether the run is to be canceled, or was taken by another worker. */
        boolean mustStop();

        /** Stores a training episode. */
        void episode(EpisodeReport report);

        /** Stores a checkpoint and deletes the oldest ones. */
        void checkpoint(Checkpoint checkpoint, int kept);

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
