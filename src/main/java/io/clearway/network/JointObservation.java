package io.clearway.network;

import java.util.Optional;

/**
 * What all agents observe at one decision: local observations and the masks of legal actions. Arrays are shared, not
 * copied: treat them as read-only.
 */
public interface JointObservation {
    /**
     * The observation of these arrays, which are kept, not copied.
     *
     * @param local [agents][observationSize], normalized as the scenario says
     * @param legal [agents][actions], at least one true per agent; empty for an agent that chooses real numbers
     */
    static JointObservation of(float[][] local, boolean[][] legal) {
        return new ObservationArrays(local, legal, Optional.empty());
    }

    /**
     * The observation of these arrays where the global state is something else than all local observations.
     *
     * @param local [agents][observationSize], normalized as the scenario says
     * @param legal [agents][actions], at least one true per agent; empty for an agent that chooses real numbers
     * @param global the global state, always of one length
     */
    static JointObservation of(float[][] local, boolean[][] legal, float[] global) {
        return new ObservationArrays(local, legal, Optional.of(global));
    }

    /** Number of agents. */
    int agents();

    /** Local observation s_i of an agent. */
    float[] local(int agent);

    /** Which actions the agent may take now. */
    boolean[] legal(int agent);

    /** The global state s, for algorithms that assume one: all local observations side by side where it has no own. */
    default float[] global() {
        int size = 0;
        for (int agent = 0; agent < agents(); agent++) {
            size += local(agent).length;
        }
        float[] state = new float[size];
        int at = 0;
        for (int agent = 0; agent < agents(); agent++) {
            float[] local = local(agent);
            System.arraycopy(local, 0, state, at, local.length);
            at += local.length;
        }
        return state;
    }

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
