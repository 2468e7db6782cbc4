package io.clearway.algorithm.offpolicy;

import java.util.List;
import java.util.random.RandomGenerator;

/** The batches B^i of all agents, each drawn by its own agent from its own buffer. Rows are [agents][batch]. */
final class Minibatch {
    private final DecentralizedReplay replay;
    private final int size;
    private final int[] places;
    private final float[] states;
    private final float[] followers;

    private Minibatch(DecentralizedReplay replay, int stateSize, int size, int[] places) {
        this.replay = replay;
        this.size = size;
        this.places = places;
        this.states = new float[places.length * stateSize];
        this.followers = new float[places.length * stateSize];
        for (int row = 0; row < places.length; row++) {
            System.arraycopy(replay.state(places[row]), 0, states, row * stateSize, stateSize);
            System.arraycopy(replay.follower(places[row]), 0, followers, row * stateSize, stateSize);
        }
    }

    /** @param chances the chance of each agent */
    static Minibatch draw(DecentralizedReplay replay, GlobalState global, int size, List<RandomGenerator> chances) {
        int[] places = new int[chances.size() * size];
        for (int row = 0; row < places.length; row++) {
            places[row] = chances.get(row / size).nextInt(replay.size());
        }
        return new Minibatch(replay, global.size(), size, places);
    }

    /** |B^i|. */
    int size() {
        return size;
    }

    /** Agents times |B^i|. */
    int rows() {
        return places.length;
    }

    /** The agent that drew a row. */
    int agent(int row) {
        return row / size;
    }

    /** Where a row's experience stands in the replay. */
    int place(int row) {
        return places[row];
    }

    /** s_t [rows][state]; read-only. */
    float[] states() {
        return states;
    }

    /** s_{t+1} [rows][state]; read-only. */
    float[] followers() {
        return followers;
    }

    /** a_t^i of a row, in (−1, 1). */
    float action(int row) {
        return (float) SquashedGaussian.squash(replay.before(agent(row), places[row]));
    }

    /** r_t of a row. */
    float reward(int row) {
        return replay.reward(places[row]);
    }

    /** Whether nothing followed a row. */
    boolean end(int row) {
        return replay.end(places[row]);
    }
}
