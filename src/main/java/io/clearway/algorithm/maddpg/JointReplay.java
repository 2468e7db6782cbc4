package io.clearway.algorithm.maddpg;

import io.clearway.algorithm.experience.Floats;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The replay buffer D of Lowe et al.: (x, a, r, x′) of all agents together. Places are overwritten in turn. */
final class JointReplay {
    private final JointLayout layout;
    private final Decision[] decisions;
    private int size;
    private int next;

    /** @param capacity decisions that it holds */
    JointReplay(JointLayout layout, int capacity) {
        this.layout = layout;
        this.decisions = new Decision[capacity];
    }

    /**
     * A joint decision and what came of it; the arrays are read-only.
     *
     * @param observations x, all local observations side by side
     * @param actions a, all actions side by side, from −1 to 1
     * @param rewards r of each agent
     * @param followers x′
     * @param end whether the process ended, so that nothing follows
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, never compared
    record Decision(float[] observations, float[] actions, float[] rewards, float[] followers, boolean end) {}

    /** How many decisions there are. */
    int size() {
        return size;
    }

    /** Adds a decision, in place of the oldest one when there is no more space. */
    void store(Decision decision) {
        decisions[next] = decision;
        next = (next + 1) % decisions.length;
        size = Math.min(size + 1, decisions.length);
    }

    /** The decision at a place below {@link #size}. */
    Decision get(int place) {
        if (place >= size) {
            throw new IndexOutOfBoundsException("There is no decision %d of %d".formatted(place, size));
        }
        return decisions[place];
    }

    /** Writes all of it, exactly; what is observed after a decision and before the next one is written once. */
    void writeTo(DataOutput out) throws IOException {
        out.writeInt(size);
        out.writeInt(next);
        for (int place = size - 1; place >= 0; place--) {
            Decision decision = decisions[place];
            boolean continued = continued(place);
            out.writeBoolean(continued);
            if (!continued) {
                Floats.write(out, decision.followers());
            }
            Floats.write(out, decision.observations());
            Floats.write(out, decision.actions());
            Floats.write(out, decision.rewards());
            out.writeBoolean(decision.end());
        }
    }

    /** Whether the decision at the next place begins where this one ends. */
    private boolean continued(int place) {
        return place + 1 < size && Arrays.equals(decisions[place].followers(), decisions[place + 1].observations());
    }

    /** Takes over what {@link #writeTo} wrote. */
    void readFrom(DataInput in) throws IOException {
        int count = in.readInt();
        int following = in.readInt();
        if (count < 0 || count > decisions.length || following < 0 || following >= decisions.length) {
            throw new IOException("%d decisions do not fit a replay of %d".formatted(count, decisions.length));
        }
        float[] after = {};
        for (int place = count - 1; place >= 0; place--) {
            float[] followers = in.readBoolean() ? after : read(in, layout.observations());
            float[] observations = read(in, layout.observations());
            decisions[place] = new Decision(
                    observations, read(in, layout.actions()), read(in, layout.agents()), followers, in.readBoolean());
            after = observations;
        }
        size = count;
        next = following;
    }

    private static float[] read(DataInput in, int length) throws IOException {
        float[] values = new float[length];
        Floats.read(in, values);
        return values;
    }
}
