package io.clearway.scenario.atsc.sensing;

import java.util.Arrays;

/** Which phase each signal holds, and how long ago the decision for it was made, its transition included. */
public final class CurrentPhases {
    private final int[] phases;
    private final double[] heldSeconds;

    /**
     * All signals at their first phase.
     *
     * @param agents number of signals
     * @param heldSeconds how long they count as held already
     */
    public CurrentPhases(int agents, double heldSeconds) {
        this.phases = new int[agents];
        this.heldSeconds = new double[agents];
        Arrays.fill(this.heldSeconds, heldSeconds);
    }

    private CurrentPhases(int[] phases, double[] heldSeconds) {
        this.phases = phases.clone();
        this.heldSeconds = heldSeconds.clone();
    }

    /** Signals that hold these phases for these times. */
    public static CurrentPhases of(int[] phases, double[] heldSeconds) {
        return new CurrentPhases(phases, heldSeconds);
    }

    /** Phase that a signal holds or changes to, by index. */
    public int phase(int agent) {
        return phases[agent];
    }

    /** Seconds since the decision for it. */
    public double heldSeconds(int agent) {
        return heldSeconds[agent];
    }

    /** Decides on a phase; the clock restarts when it differs from the previous one. */
    public void choose(int agent, int phase) {
        if (phases[agent] != phase) {
            phases[agent] = phase;
            heldSeconds[agent] = 0;
        }
    }

    /** Advances time for all signals. */
    public void pass(double seconds) {
        for (int agent = 0; agent < heldSeconds.length; agent++) {
            heldSeconds[agent] += seconds;
        }
    }
}
