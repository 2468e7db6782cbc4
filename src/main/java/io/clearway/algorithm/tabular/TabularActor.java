package io.clearway.algorithm.tabular;

import io.clearway.algorithm.experience.Floats;
import io.clearway.neural.distribution.Categorical;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The policy table ζ^i of one agent: a row of preferences per joint state, each between T_m and T_M. */
final class TabularActor {
    private final int actions;
    private final float lowest;
    private final float highest;
    private final List<float[]> preferences = new ArrayList<>();

    /**
     * @param lowest T_m
     * @param highest T_M
     */
    TabularActor(int actions, double lowest, double highest) {
        this.actions = actions;
        this.lowest = (float) lowest;
        this.highest = (float) highest;
    }

    /** Allocates states up to a number; new ones begin with equal preferences. */
    void reserve(int states) {
        while (preferences.size() < states) {
            preferences.add(new float[actions]);
        }
    }

    /** π^i(s, ·), the softmax of ζ^i(s, ·) over the legal actions (Eq. 6). */
    Categorical policy(int state, boolean[] legal) {
        boolean known = state >= 0 && state < preferences.size();
        return Categorical.of(known ? preferences.get(state) : new float[actions], 0, legal);
    }

    /** ζ^i(s, ·); read-only. */
    float[] preferences(int state) {
        return preferences.get(state);
    }

    /**
     * One step of policy improvement in a state (Eq. 32–34): gradient ascent on Σ_a π^i(s, a) Q^i(s, a).
     *
     * @param policy π^i(s, ·) as it is
     * @param values Q^i(s, ·)
     * @param rate β
     */
    void improve(int state, Categorical policy, double[] values, double rate) {
        double value = 0;
        for (int action = 0; action < actions; action++) {
            value += policy.probability(action) * values[action];
        }
        float[] row = preferences.get(state);
        for (int action = 0; action < actions; action++) {
            double raised = row[action] + rate * policy.probability(action) * (values[action] - value);
            row[action] = Math.max(lowest, Math.min(highest, (float) raised));
        }
    }

    /** The table as it is now. */
    TabularActor copy() {
        TabularActor copy = new TabularActor(actions, lowest, highest);
        preferences.forEach(row -> copy.preferences.add(row.clone()));
        return copy;
    }

    /** Writes all rows, exactly. */
    void writeTo(DataOutput out) throws IOException {
        for (float[] row : preferences) {
            Floats.write(out, row);
        }
    }

    /** Takes over what {@link #writeTo} wrote for this many states. */
    void readFrom(DataInput in, int states) throws IOException {
        preferences.clear();
        reserve(states);
        for (float[] row : preferences) {
            Floats.read(in, row);
        }
    }
}
