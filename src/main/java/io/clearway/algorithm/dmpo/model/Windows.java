package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;

/**
 * Some stretches of real play, all equally long, laid out for batched networks: [step][agents][batch][values]. Arrays
 * are shared, not copied.
 */
public final class Windows {
    private final JointShape shape;
    private final int batch;
    private final int length;
    private final float[][] states;
    private final boolean[][] legal;
    private final float[][] actions;
    private final float[][] rewards;
    private final boolean[][] terminated;

    Windows(JointShape shape, int batch, int length) {
        int rows = shape.agents() * batch;
        this.shape = shape;
        this.batch = batch;
        this.length = length;
        this.states = new float[length + 1][rows * shape.width()];
        this.legal = new boolean[length + 1][rows * shape.actions()];
        this.actions = new float[length][rows];
        this.rewards = new float[length][rows];
        this.terminated = new boolean[length][batch];
    }

    /** Puts a stretch of an episode, from a time on, into one place of the batch. */
    void fill(int place, EpisodeBuffer episode, int from) {
        for (int agent = 0; agent < shape.agents(); agent++) {
            int row = agent * batch + place;
            for (int step = 0; step <= length; step++) {
                episode.copyState(from + step, agent, states[step], row * shape.width());
                episode.copyLegal(from + step, agent, legal[step], row * shape.actions());
            }
            for (int step = 0; step < length; step++) {
                actions[step][row] = episode.action(from + step, agent);
                rewards[step][row] = episode.reward(from + step, agent);
            }
        }
        for (int step = 0; step < length; step++) {
            terminated[step][place] = episode.terminated() && from + step == episode.length() - 1;
        }
    }

    /** Stretches side by side. */
    public int batch() {
        return batch;
    }

    /** Steps of each. */
    public int length() {
        return length;
    }

    /** s at a step from 0 to length, [agents][batch][width]. */
    public float[] states(int step) {
        return states[step];
    }

    /** Legal actions at a step from 0 to length, [agents][batch][actions]. */
    public boolean[] legal(int step) {
        return legal[step];
    }

    /** a at a step from 0 to length − 1, as its kind keeps it, [agents][batch]. */
    public float[] actions(int step) {
        return actions[step];
    }

    /** r at a step from 0 to length − 1, [agents][batch]. */
    public float[] rewards(int step) {
        return rewards[step];
    }

    /** What really followed a step, as if it had been predicted; masks and ends included. */
    public Prediction next(int step) {
        float[] ends = new float[rewards[step].length];
        for (int row = 0; row < ends.length; row++) {
            ends[row] = terminated[step][row % batch] ? 1 : 0;
        }
        return new Prediction(states[step + 1], rewards[step], ends, legal[step + 1]);
    }

    /** Whether the process ended with a step, [batch]. */
    boolean[] terminated(int step) {
        return terminated[step];
    }
}
