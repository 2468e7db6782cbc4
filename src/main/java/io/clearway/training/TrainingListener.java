package io.clearway.training;

import io.clearway.algorithm.Checkpoint;

/** Receives the progress of a run; called on the run's own thread, in order. */
public interface TrainingListener {
    /** An episode is over and, at the end of a round, learned from. */
    void episode(EpisodeReport report);

    /** The learner's state after a round, to be kept. */
    void checkpoint(Checkpoint checkpoint);

    /**
     * Called at every decision from the playing threads; true ends the run without learning from the incomplete round.
     */
    boolean stopRequested();
}
