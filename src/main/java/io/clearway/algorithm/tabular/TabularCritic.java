package io.clearway.algorithm.tabular;

import io.clearway.network.Seeds;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The table Q^i of one agent: what a joint state and its own action are worth while the others keep their policies (Li
 * and Jia, Eq. 2). The others' actions are part of the environment's randomness.
 */
final class TabularCritic {
    private final int actions;
    private final StepSize rate;
    private FirstValues first;
    private final List<double[]> values = new ArrayList<>();
    private final List<int[]> visits = new ArrayList<>();

    /**
     * @param rate α by the visits of a state and action
     * @param first Q_0
     */
    TabularCritic(int actions, StepSize rate, FirstValues first) {
        this.actions = actions;
        this.rate = rate;
        this.first = first;
    }

    /**
     * Step sizes that satisfy Eq. 9–10 for a decay above ½ and at most 1.
     *
     * @param first step size of the first visit
     * @param decay exponent
     */
    record StepSize(double first, double decay) {
        /** The step size at a visit, the first one being 1. */
        double at(int visit) {
            return first * Math.pow(visit, -decay);
        }
    }

    /**
     * Q_0, drawn for each state by its number, so that it does not depend on when a state occurs first.
     *
     * @param seed draws them
     * @param bound they lie in [−bound, bound)
     */
    record FirstValues(long seed, double bound) {
        double[] of(int state, int actions) {
            RandomGenerator chance = new Seeds(seed).generator("state", state);
            double[] drawn = new double[actions];
            for (int action = 0; action < actions; action++) {
                drawn[action] = bound * (2 * chance.nextDouble() - 1);
            }
            return drawn;
        }
    }

    /** Allocates states up to a number. */
    void reserve(int states) {
        while (values.size() < states) {
            values.add(first.of(values.size(), actions));
            visits.add(new int[actions]);
        }
    }

    /** Q^i(s, ·); read-only. */
    double[] values(int state) {
        return values.get(state);
    }

    /** How often a state was evaluated, whatever the action. */
    int visits(int state) {
        int sum = 0;
        for (int count : visits.get(state)) {
            sum += count;
        }
        return sum;
    }

    /**
     * One step of policy evaluation (Eq. 7).
     *
     * @param target r_t + γ Q^i(s_{t+1}, ã^i)
     * @return target − Q^i(s_t, a_t^i) before the step
     */
    double evaluate(int state, int action, double target) {
        visits.get(state)[action]++;
        double error = target - values.get(state)[action];
        values.get(state)[action] += rate.at(visits.get(state)[action]) * error;
        return error;
    }

    /** The table as it is now. */
    TabularCritic copy() {
        TabularCritic copy = new TabularCritic(actions, rate, first);
        values.forEach(row -> copy.values.add(row.clone()));
        visits.forEach(row -> copy.visits.add(row.clone()));
        return copy;
    }

    /** Writes all rows, exactly, and what new ones are drawn from. */
    void writeTo(DataOutput out) throws IOException {
        out.writeLong(first.seed());
        for (int state = 0; state < values.size(); state++) {
            for (int action = 0; action < actions; action++) {
                out.writeDouble(values.get(state)[action]);
                out.writeInt(visits.get(state)[action]);
            }
        }
    }

    /** Takes over what {@link #writeTo} wrote for this many states. */
    void readFrom(DataInput in, int states) throws IOException {
        first = new FirstValues(in.readLong(), first.bound());
        values.clear();
        visits.clear();
        for (int state = 0; state < states; state++) {
            double[] row = new double[actions];
            int[] counts = new int[actions];
            for (int action = 0; action < actions; action++) {
                row[action] = in.readDouble();
                counts[action] = in.readInt();
            }
            values.add(row);
            visits.add(counts);
        }
    }
}
