package io.clearway.algorithm.policygradient;

/**
 * The time of an episode as values see it: how much of the horizon has passed, and bumps spread evenly over it (radial
 * basis functions), so that a network can follow a demand that rises and falls. Demand follows the time of day: the
 * same few vehicles are the beginning of a peak at one time and its end at another, and a value that cannot tell them
 * apart misleads advantages (compare Pardo et al. 2018, "Time limits in reinforcement learning"). Policies do not see
 * it.
 *
 * @param horizon decisions in a full episode
 * @param bumps how many; 0 for no time at all, as in the papers
 */
record EpisodeClock(int horizon, int bumps) {
    /** Width of a bump against the distance between two. */
    private static final double WIDTH = 0.66;

    /** Values that tell the time. */
    int size() {
        return bumps == 0 ? 0 : bumps + 1;
    }

    /**
     * Writes the time.
     *
     * @param decision decisions that the episode is old
     * @param to where, from a place on
     */
    void write(int decision, float[] to, int at) {
        if (bumps == 0) {
            return;
        }
        double passed = (double) Math.min(decision, horizon - 1) / horizon;
        to[at] = (float) passed;
        double spacing = 1.0 / Math.max(1, bumps - 1);
        for (int bump = 0; bump < bumps; bump++) {
            double distance = (passed - bump * spacing) / (WIDTH * spacing);
            to[at + 1 + bump] = (float) Math.exp(-distance * distance);
        }
    }
}
