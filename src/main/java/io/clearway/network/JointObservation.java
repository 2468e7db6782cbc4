package io.clearway.network;

/**
 * What all agents see at one decision: local observations for learners, the mask of legal actions, and the raw sensor
 * readings that rule controllers work on. Arrays are shared, not copied: treat them as read-only.
 */
public final class JointObservation {
    private final float[][] local;
    private final boolean[][] legal;
    private final double[][] readings;

    /**
     * @param local [agents][observationSize], normalized as the scenario says
     * @param legal [agents][actions], at least one true per agent; empty for an agent that chooses a real number
     * @param readings [agents][…] raw sensor values in the scenario family's own order and units, for its rules
     */
    public JointObservation(float[][] local, boolean[][] legal, double[][] readings) {
        if (local.length != legal.length || local.length != readings.length) {
            throw new IllegalArgumentException("Observations of %d, masks of %d and readings of %d agents do not match"
                    .formatted(local.length, legal.length, readings.length));
        }
        this.local = local;
        this.legal = legal;
        this.readings = readings;
    }

    /** Number of agents. */
    public int agents() {
        return local.length;
    }

    /** Local observation s_i of an agent. */
    public float[] local(int agent) {
        return local[agent];
    }

    /** Which actions the agent may take now. */
    public boolean[] legal(int agent) {
        return legal[agent];
    }

    /** Raw sensor values of the agent. */
    public double[] readings(int agent) {
        return readings[agent];
    }
}
