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
     * Takes a run from whichever worker had it: from now on only the writes of this claim count. Training episodes
     * after the newest checkpoint are forgotten, for they will be played again.
     *
     * @return empty when the run is over or gone
     */
    Optional<Claim> claim(UUID run);

    /** A run in a worker's hands. Every write throws {@link FencedOut} when another worker has taken the run since. */
    interface Claim {
        /** The run as it was when it was taken. */
        Run run();

        /** Workers that took it, this one included, since it last came further. */
        int attempt();

        /** Where to go on from; empty at the beginning. */
        Optional<Checkpoint> latestCheckpoint();

        /** Held-out results that are there already. */
        List<EpisodeResult> evaluations();

        /** Whether the run is to be ended, or is no longer ours. */
        boolean mustStop();

        /** Keeps an episode. */
        void episode(EpisodeReport report);

        /** Keeps a checkpoint and lets go of the oldest ones. */
        void checkpoint(Checkpoint checkpoint, int kept);

        /** Keeps a held-out result. */
        void evaluation(EpisodeResult result);

        /** Gives the run back to the queue in good order. */
        void handBack();

        /** The run's good end. */
        void finish();

        /** The run's bad end, in the words of what failed. */
        void fail(String words);

        /** The end that somebody asked for. */
        void cancel();
    }
}
