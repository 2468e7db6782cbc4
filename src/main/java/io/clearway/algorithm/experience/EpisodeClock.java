package io.clearway.algorithm.experience;

/**
 * The time of an episode as an input of values: how much of the horizon has passed, and bumps spread evenly over it
 * (radial basis functions), so that a network can follow a demand that rises and falls. Demand follows the time of day:
 * the same few vehicles are the beginning of a peak at one time and its end at another, and a value that cannot
 * distinguish them misleads advantages (compare Pardo et al. 2018, "Time limits in reinforcement learning"). Policies
 * do not observe it. After the last decision the clock stands still, as values are fitted to no later time.
 */
public final class EpisodeClock {
    /** Width of a bump against the distance between two. */
    private static final double WIDTH = 0.66;

    private final int horizon;
    private final int size;
    private final float[] features;

    /**
     * @param horizon decisions in a full episode
     * @param bumps how many; 0 for no time at all, as in the papers
     */
    public EpisodeClock(int horizon, int bumps) {
        this.horizon = horizon;
        this.size = bumps == 0 ? 0 : bumps + 1;
        this.features = new float[horizon * size];
        if (size > 0) {
            for (int decision = 0; decision < horizon; decision++) {
                fill(decision, bumps);
            }
        }
    }

    private void fill(int decision, int bumps) {
        double passed = (double) decision / horizon;
        double spacing = 1.0 / Math.max(1, bumps - 1);
        features[decision * size] = (float) passed;
        for (int bump = 0; bump < bumps; bump++) {
            double distance = (passed - bump * spacing) / (WIDTH * spacing);
            features[decision * size + 1 + bump] = (float) Math.exp(-distance * distance);
        }
    }

    /** Features of the time. */
    public int size() {
        return size;
    }

    /**
     * Writes the time.
     *
     * @param decision decisions that the episode is old
     * @param to where, from a place on
     */
    public void write(int decision, float[] to, int at) {
        System.arraycopy(features, Math.min(decision, horizon - 1) * size, to, at, size);
    }
}
