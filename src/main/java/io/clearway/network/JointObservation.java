package io.clearway.network;

/**
 * What all agents observe at one decision: local observations and the masks of legal actions. Arrays are shared, not
 * copied: treat them as read-only.
 */
public interface JointObservation {
    /**
     * The observation of these arrays, which are kept, not copied.
     *
     * @param local [agents][observationSize], normalized as the scenario says
     * @param legal [agents][actions], at least one true per agent; empty for an agent that chooses a real number
     */
    static JointObservation of(float[][] local, boolean[][] legal) {
        return new ObservationArrays(local, legal);
    }

    /** Number of agents. */
    int agents();

    /** Local observation s_i of an agent. */
    float[] local(int agent);

    /** Which actions the agent may take now. */
    boolean[] legal(int agent);

    /** Whether everything that was observed of an agent is a finite number. */
    default boolean isFinite(int agent) {
        for (float value : local(agent)) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** The part of it that learners use, which is all that trajectories keep. */
    default JointObservation forLearners() {
        return this;
    }
}
