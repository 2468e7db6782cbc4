package io.clearway.training;

import io.clearway.algorithm.Checkpoint;

/** Receives the progress of a run; called on the run's own thread, in order. */
public interface TrainingListener {
    /** The run began another kind of work, or has played one more episode of a round. */
    default void stage(Stage stage) {}

    /** An episode is over and, at the end of a round, learned from. */
    void episode(EpisodeReport report);

    /**
     * The learner's state after a round, to be kept.
     *
     * @param candidate whether the final policy may be chosen from it, so that it is to be kept until that
     */
    void checkpoint(Checkpoint checkpoint, boolean candidate);

    /**
     * The choice of the final policy began, or has played one more episode.
     *
     * @param done validation episodes that are over
     * @param planned validation episodes altogether
     */
    void validated(int done, int planned);

    /**
     * Called at every decision from the playing threads; true ends the run without learning from the incomplete round.
     */
    boolean stopRequested();
}
