package io.clearway.algorithm.experience;

import io.clearway.network.JointObservation;
import io.clearway.network.Trajectory;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One real episode in flat arrays, without the readings that only rules need. Arrays are shared: read-only. */
public final class EpisodeBuffer {
    /** A file that announces more is damaged. */
    private static final int MOST_STEPS = 10_000_000;

    private final JointShape shape;
    private final int length;
    private final float[] states;
    private final boolean[] legal;
    private final float[] actions;
    private final float[] rewards;
    private final boolean terminated;

    private EpisodeBuffer(JointShape shape, int length, boolean terminated) {
        this.shape = shape;
        this.length = length;
        this.terminated = terminated;
        int agents = shape.agents();
        this.states = new float[(length + 1) * agents * shape.width()];
        this.legal = new boolean[(length + 1) * agents * shape.actions()];
        this.actions = new float[length * agents];
        this.rewards = new float[length * agents];
    }

    /** The episode that was lived through. */
    public static EpisodeBuffer of(Trajectory trajectory, JointShape shape) {
        EpisodeBuffer episode = new EpisodeBuffer(shape, trajectory.length(), trajectory.terminated());
        for (int time = 0; time <= episode.length; time++) {
            episode.keep(time, trajectory.observations().get(time));
        }
        for (int time = 0; time < episode.length; time++) {
            for (int agent = 0; agent < shape.agents(); agent++) {
                int at = time * shape.agents() + agent;
                episode.actions[at] = shape.kind().kept(trajectory.actions().get(time), agent);
                episode.rewards[at] = (float) trajectory.rewards().get(time).of(agent);
            }
        }
        return episode;
    }

    private void keep(int time, JointObservation observation) {
        for (int agent = 0; agent < shape.agents(); agent++) {
            int row = time * shape.agents() + agent;
            float[] local = observation.local(agent);
            System.arraycopy(local, 0, states, row * shape.width(), local.length);
            boolean[] mask = observation.legal(agent);
            System.arraycopy(mask, 0, legal, row * shape.actions(), mask.length);
        }
    }

    /** Number of steps T. */
    public int length() {
        return length;
    }

    /** Whether the process ended after the last step. */
    public boolean terminated() {
        return terminated;
    }

    /** Copies s_i at a time from 0 to T to a place in another array. */
    public void copyState(int time, int agent, float[] to, int at) {
        System.arraycopy(states, (time * shape.agents() + agent) * shape.width(), to, at, shape.width());
    }

    /** One value of s_i at a time from 0 to T. */
    public float state(int time, int agent, int value) {
        return states[(time * shape.agents() + agent) * shape.width() + value];
    }

    /** Copies the mask of an agent's legal actions at a time from 0 to T to a place in another array. */
    public void copyLegal(int time, int agent, boolean[] to, int at) {
        System.arraycopy(legal, (time * shape.agents() + agent) * shape.actions(), to, at, shape.actions());
    }

    /** a_i at a time from 0 to T − 1, as its {@link ActionKind} keeps it. */
    public float action(int time, int agent) {
        return actions[time * shape.agents() + agent];
    }

    /** r_i at a time from 0 to T − 1. */
    public float reward(int time, int agent) {
        return rewards[time * shape.agents() + agent];
    }

    /** Writes all of it, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(length);
        out.writeBoolean(terminated);
        Floats.write(out, states);
        Floats.write(out, rewards);
        Floats.write(out, actions);
        for (boolean allowed : legal) {
            out.writeBoolean(allowed);
        }
    }

    /** Reads what {@link #writeTo} wrote. */
    public static EpisodeBuffer readFrom(DataInput in, JointShape shape) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > MOST_STEPS) {
            throw new IOException("an episode of %d steps is announced".formatted(length));
        }
        EpisodeBuffer episode = new EpisodeBuffer(shape, length, in.readBoolean());
        Floats.read(in, episode.states);
        Floats.read(in, episode.rewards);
        Floats.read(in, episode.actions);
        for (int i = 0; i < episode.legal.length; i++) {
            episode.legal[i] = in.readBoolean();
        }
        return episode;
    }
}
