package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.AgentTensor;
import java.util.ArrayList;
import java.util.List;

/** Some segments of real play side by side, all equally long: for each step a row per segment. Shared, not copied. */
public final class Windows {
    private final JointShape shape;
    private final int batch;
    private final int length;
    private final List<AgentTensor> states = new ArrayList<>();
    private final List<ActionMasks> legal = new ArrayList<>();
    private final List<AgentTensor> actions = new ArrayList<>();
    private final List<AgentTensor> rewards = new ArrayList<>();
    private final boolean[][] terminated;
    private final AgentTensor staying;

    Windows(JointShape shape, int batch, int length) {
        this.shape = shape;
        this.batch = batch;
        this.length = length;
        this.terminated = new boolean[length][batch];
        this.staying = AgentTensor.zeros(shape.agents(), batch, 1);
        for (int step = 0; step <= length; step++) {
            states.add(AgentTensor.zeros(shape.agents(), batch, shape.width()));
            legal.add(shape.masks(batch));
            if (step < length) {
                actions.add(shape.actionValues(batch));
                rewards.add(AgentTensor.zeros(shape.agents(), batch, 1));
            }
        }
    }

    /** Puts a segment of an episode, from a time on, into one place of the batch. */
    void fill(int place, EpisodeBuffer episode, int from) {
        for (int agent = 0; agent < shape.agents(); agent++) {
            for (int step = 0; step <= length; step++) {
                episode.copyState(from + step, agent, states.get(step), place);
                episode.copyLegal(from + step, agent, legal.get(step), place);
            }
            for (int step = 0; step < length; step++) {
                episode.copyAction(from + step, agent, actions.get(step), place);
                rewards.get(step).set(agent, place, 0, episode.reward(from + step, agent));
            }
            staying.set(agent, place, 0, episode.staying(agent));
        }
        for (int step = 0; step < length; step++) {
            terminated[step][place] = episode.terminated() && from + step == episode.length() - 1;
        }
    }

    /** Segments side by side. */
    public int batch() {
        return batch;
    }

    /** Steps of each. */
    public int length() {
        return length;
    }

    /** s at a step from 0 to length. */
    public AgentTensor states(int step) {
        return states.get(step);
    }

    /** Legal actions at a step from 0 to length. */
    public ActionMasks legal(int step) {
        return legal.get(step);
    }

    /** a at a step from 0 to length − 1, as its kind keeps it. */
    public AgentTensor actions(int step) {
        return actions.get(step);
    }

    /** r at a step from 0 to length − 1. */
    public AgentTensor rewards(int step) {
        return rewards.get(step);
    }

    /** What really followed a step, as if it had been predicted; masks and ends included. */
    public Prediction next(int step) {
        AgentTensor ends = rewards(step).zerosLike();
        for (int agent = 0; agent < ends.agents(); agent++) {
            for (int row = 0; row < batch; row++) {
                ends.set(agent, row, 0, terminated[step][row] ? 1 : 0);
            }
        }
        var end = new Prediction.End(ends, rewards(step), staying);
        return new Prediction(states(step + 1), rewards(step), end, legal(step + 1));
    }

    /** r at every step after the end of a segment's episode; without meaning where it does not end. */
    AgentTensor staying() {
        return staying;
    }

    /** Whether the process ended with a step of a segment. */
    boolean terminated(int step, int row) {
        return terminated[step][row];
    }
}
