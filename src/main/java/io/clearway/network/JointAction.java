package io.clearway.network;

import java.util.Arrays;

/** The actions of all agents at one decision: a discrete choice each, or a real number each. */
public final class JointAction {
    private static final int HASH_FACTOR = 31;
    private final int[] choices;
    private final double[] values;

    private JointAction(int[] choices, double[] values) {
        this.choices = choices;
        this.values = values;
    }

    /** The joint action of these choices, in the order of the agents. */
    public static JointAction of(int... choices) {
        return new JointAction(choices.clone(), new double[0]);
    }

    /** The joint action of these real numbers, in the order of the agents. */
    public static JointAction ofValues(double... values) {
        return new JointAction(new int[0], values.clone());
    }

    /** Number of agents. */
    public int agents() {
        return Math.max(choices.length, values.length);
    }

    /** Choice of an agent that has discrete actions. */
    public int choice(int agent) {
        return choices[agent];
    }

    /** Value of an agent that chooses a real number. */
    public double value(int agent) {
        return values[agent];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointAction that
                && Arrays.equals(choices, that.choices)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return HASH_FACTOR * Arrays.hashCode(choices) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length > 0 ? Arrays.toString(values) : Arrays.toString(choices);
    }
}
