package io.clearway.algorithm.offpolicy;

import io.clearway.algorithm.experience.ActionRanges;
import io.clearway.algorithm.experience.Floats;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The replay buffers D^i of all agents (Li and Jia, Section IV-A). What everyone observes, s_t, r_t and s_{t+1}, is
 * kept once; what only agent i knows, its action, its density at the time, β^i and x^i, is in a separate row that only
 * that agent reads, except for x^i, which its neighbors receive. Places are overwritten in turn.
 */
final class DecentralizedReplay {
    private final int stateSize;
    private final ActionRanges ranges;
    private final int capacity;
    private final float[][] states;
    private final float[][] followers;
    private final float[] rewards;
    private final boolean[] ends;
    private final double[][][] actions;
    private final double[][] densities;
    private final double[][] ratios;
    private final double[][] consensus;
    private int size;
    private int next;

    /**
     * Empty buffers.
     *
     * @param stateSize values of the global state
     * @param ranges how many numbers each agent chooses
     * @param capacity M
     */
    DecentralizedReplay(int stateSize, ActionRanges ranges, int agents, int capacity) {
        this.stateSize = stateSize;
        this.ranges = ranges;
        this.capacity = capacity;
        this.states = new float[capacity][];
        this.followers = new float[capacity][];
        this.rewards = new float[capacity];
        this.ends = new boolean[capacity];
        this.actions = new double[agents][capacity][];
        this.densities = new double[agents][capacity];
        this.ratios = new double[agents][capacity];
        this.consensus = new double[agents][capacity];
    }

    /** Values that are kept of an action of any agent. */
    int width() {
        return ranges.width();
    }

    /** How many experiences there are. */
    int size() {
        return size;
    }

    /**
     * D^i ← D^i ∪ {e_t}, e_t = (s_t, a_t^i, r_t, s_{t+1}), for every agent i; β ← 0, x ← 0.
     *
     * @param state s_t
     * @param before u of each agent's action a = tanh(u)
     * @param logDensities log N(u) under each policy that acted
     * @param reward r_t
     * @param follower s_{t+1}
     * @param end whether the process ended, so that nothing follows
     */
    void store(float[] state, double[][] before, double[] logDensities, double reward, float[] follower, boolean end) {
        states[next] = state;
        followers[next] = follower;
        rewards[next] = (float) reward;
        ends[next] = end;
        for (int agent = 0; agent < actions.length; agent++) {
            actions[agent][next] = before[agent];
            densities[agent][next] = logDensities[agent];
            ratios[agent][next] = 0;
            consensus[agent][next] = 0;
        }
        next = (next + 1) % capacity;
        size = Math.min(size + 1, capacity);
    }

    /** s at a place; read-only. */
    float[] state(int place) {
        return states[place];
    }

    /** s that followed; read-only. */
    float[] follower(int place) {
        return followers[place];
    }

    /** r. */
    float reward(int place) {
        return rewards[place];
    }

    /** Whether nothing followed. */
    boolean end(int place) {
        return ends[place];
    }

    /** u of an agent's action; read-only. */
    double[] before(int agent, int place) {
        return actions[agent][place];
    }

    /** β^i. */
    double ratio(int agent, int place) {
        return ratios[agent][place];
    }

    /** x^i. */
    double consensus(int agent, int place) {
        return consensus[agent][place];
    }

    /**
     * β^i and x^i take in the policy as it is now (Eq. 44–45).
     *
     * @param logDensity log N(u) under the agent's present policy
     */
    void renew(int agent, int place, double logDensity) {
        double ratio = logDensity - densities[agent][place];
        consensus[agent][place] += ratio - ratios[agent][place];
        ratios[agent][place] = ratio;
    }

    /** x ← W x for every experience (Eq. 46). */
    void average(ConsensusMatrix matrix) {
        matrix.average(consensus, size);
    }

    /** Writes all of it, exactly. */
    void writeTo(DataOutput out) throws IOException {
        out.writeInt(size);
        out.writeInt(next);
        for (int place = 0; place < size; place++) {
            Floats.write(out, states[place]);
            Floats.write(out, followers[place]);
            out.writeFloat(rewards[place]);
            out.writeBoolean(ends[place]);
            for (int agent = 0; agent < actions.length; agent++) {
                for (double number : actions[agent][place]) {
                    out.writeDouble(number);
                }
                out.writeDouble(densities[agent][place]);
                out.writeDouble(ratios[agent][place]);
                out.writeDouble(consensus[agent][place]);
            }
        }
    }

    /** Takes over what {@link #writeTo} wrote. */
    void readFrom(DataInput in) throws IOException {
        int count = in.readInt();
        int following = in.readInt();
        if (count < 0 || count > capacity || following < 0 || following >= capacity) {
            throw new IOException("%d decisions do not fit a replay of %d".formatted(count, capacity));
        }
        size = count;
        next = following;
        for (int place = 0; place < size; place++) {
            states[place] = new float[stateSize];
            followers[place] = new float[stateSize];
            Floats.read(in, states[place]);
            Floats.read(in, followers[place]);
            rewards[place] = in.readFloat();
            ends[place] = in.readBoolean();
            for (int agent = 0; agent < actions.length; agent++) {
                actions[agent][place] = new double[ranges.numbers(agent)];
                for (int i = 0; i < actions[agent][place].length; i++) {
                    actions[agent][place][i] = in.readDouble();
                }
                densities[agent][place] = in.readDouble();
                ratios[agent][place] = in.readDouble();
                consensus[agent][place] = in.readDouble();
            }
        }
    }
}
