package io.clearway.algorithm.experience;

import io.clearway.network.JointObservation;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentTensor;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** One real episode, without the readings that only rules need; rows are times. */
public final class EpisodeBuffer {
    /** A file that announces more is damaged. */
    private static final int MOST_STEPS = 10_000_000;

    private final JointShape shape;
    private final int length;
    private final AgentTensor states;
    private final ActionMasks legal;
    private final AgentTensor actions;
    private final AgentTensor rewards;
    private final AgentTensor staying;
    private final boolean terminated;
    private final int stayed;

    /** @param stayed steps after the last one in an absorbing state */
    private EpisodeBuffer(JointShape shape, int length, boolean terminated, int stayed) {
        this.shape = shape;
        this.length = length;
        this.terminated = terminated;
        this.stayed = stayed;
        this.states = AgentTensor.zeros(shape.agents(), length + 1, shape.width());
        this.legal = shape.masks(length + 1);
        this.actions = shape.actionValues(length);
        this.rewards = AgentTensor.zeros(shape.agents(), length, 1);
        this.staying = AgentTensor.zeros(shape.agents(), 1, 1);
    }

    /** The episode of a trajectory. */
    public static EpisodeBuffer of(Trajectory trajectory, JointShape shape) {
        EpisodeBuffer episode = new EpisodeBuffer(shape, trajectory.length(), trajectory.terminated(), 0);
        for (int time = 0; time <= episode.length; time++) {
            episode.keep(time, trajectory.observations().get(time));
        }
        for (int time = 0; time < episode.length; time++) {
            for (int agent = 0; agent < shape.agents(); agent++) {
                shape.kind()
                        .keep(
                                trajectory.actions().get(time),
                                agent,
                                episode.actions.values(),
                                episode.actions.at(agent, time));
                episode.rewards.set(
                        agent, time, 0, (float) trajectory.rewards().get(time).of(agent));
            }
        }
        return episode;
    }

    private void keep(int time, JointObservation observation) {
        for (int agent = 0; agent < shape.agents(); agent++) {
            float[] local = observation.local(agent);
            System.arraycopy(local, 0, states.values(), states.at(agent, time), local.length);
            legal.set(agent, time, observation.legal(agent));
        }
    }

    /**
     * The episode up to its absorbing state, as one that ends there: what stays is known. The same one when it has
     * none.
     */
    public EpisodeBuffer untilAbsorbed() {
        OptionalInt steps = new AbsorbingState(this, shape).stepsUntil();
        return steps.isPresent() ? endedAfter(steps.getAsInt()) : this;
    }

    private EpisodeBuffer endedAfter(int steps) {
        EpisodeBuffer ended = new EpisodeBuffer(shape, steps, true, length - steps);
        for (int agent = 0; agent < shape.agents(); agent++) {
            for (int time = 0; time <= steps; time++) {
                copyState(time, agent, ended.states, time);
                copyLegal(time, agent, ended.legal, time);
            }
            for (int time = 0; time < steps; time++) {
                copyAction(time, agent, ended.actions, time);
                ended.rewards.set(agent, time, 0, reward(time, agent));
            }
            ended.staying.set(agent, 0, 0, reward(length - 1, agent));
        }
        return ended;
    }

    /** Number of steps T. */
    public int length() {
        return length;
    }

    /** Whether the process ended after the last step: it terminated, or came to an absorbing state. */
    public boolean terminated() {
        return terminated;
    }

    /** r_i at every step after the end: 0 where the process terminated, the absorbing state's where it stays in one. */
    public float staying(int agent) {
        return staying.get(agent, 0, 0);
    }

    /** Copies s_i at a time from 0 to T to the beginning of one of the agent's rows. */
    public void copyState(int time, int agent, AgentTensor to, int row) {
        states.copyRow(agent, time, to, to.at(agent, row));
    }

    /** One value of s_i at a time from 0 to T. */
    public float state(int time, int agent, int value) {
        return states.get(agent, time, value);
    }

    /** Copies the mask of an agent's legal actions at a time from 0 to T to one of the agent's rows. */
    public void copyLegal(int time, int agent, ActionMasks to, int row) {
        legal.copyRow(agent, time, to, row);
    }

    /** Copies a_i at a time from 0 to T − 1, as its {@link ActionKind} keeps it, to one of the agent's rows. */
    public void copyAction(int time, int agent, AgentTensor to, int row) {
        actions.copyRow(agent, time, to, to.at(agent, row));
    }

    /** Writes a_i at a time from 0 to T − 1, as a model reads it, over zeros. */
    public void encodeAction(int time, int agent, float[] to, int at) {
        shape.kind().encode(actions.values(), actions.at(agent, time), to, at);
    }

    /** r_i at a time from 0 to T − 1. */
    public float reward(int time, int agent) {
        return rewards.get(agent, time, 0);
    }

    /** Σ_t Σ_i r_i, undiscounted, with the steps in an absorbing state. */
    public double sumOfRewards() {
        double sum = 0;
        for (int agent = 0; agent < shape.agents(); agent++) {
            for (int time = 0; time < length; time++) {
                sum += reward(time, agent);
            }
            sum += (double) stayed * staying(agent);
        }
        return sum;
    }

    /** Writes all of it, exactly, time by time over all agents. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(length);
        out.writeBoolean(terminated);
        out.writeInt(stayed);
        for (AgentTensor part : List.of(states, rewards, actions, staying)) {
            Floats.write(out, transposed(part.values(), part.agents(), part.rows(), part.width()));
        }
        for (int time = 0; time <= length; time++) {
            for (int agent = 0; agent < shape.agents(); agent++) {
                for (int action = 0; action < shape.actions(); action++) {
                    out.writeBoolean(legal.legal(agent, time, action));
                }
            }
        }
    }

    /** [rows][columns][width] becomes [columns][rows][width]. */
    private static float[] transposed(float[] values, int rows, int columns, int width) {
        float[] transposed = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int from = (row * columns + column) * width;
                System.arraycopy(values, from, transposed, (column * rows + row) * width, width);
            }
        }
        return transposed;
    }

    /** Reads what {@link #writeTo} wrote. */
    public static EpisodeBuffer readFrom(DataInput in, JointShape shape) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > MOST_STEPS) {
            throw new IOException("an episode of %d steps is announced".formatted(length));
        }
        EpisodeBuffer episode = new EpisodeBuffer(shape, length, in.readBoolean(), in.readInt());
        for (AgentTensor part : List.of(episode.states, episode.rewards, episode.actions, episode.staying)) {
            float[] written = new float[part.values().length];
            Floats.read(in, written);
            float[] values = transposed(written, part.rows(), part.agents(), part.width());
            System.arraycopy(values, 0, part.values(), 0, values.length);
        }
        boolean[] mask = new boolean[shape.actions()];
        for (int time = 0; time <= length; time++) {
            for (int agent = 0; agent < shape.agents(); agent++) {
                for (int action = 0; action < mask.length; action++) {
                    mask[action] = in.readBoolean();
                }
                episode.legal.set(agent, time, mask);
            }
        }
        return episode;
    }
}
