package io.clearway.network;

import java.util.Arrays;
import java.util.List;

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

    /** The actions of several groups of agents, one after the other; all choices or all real numbers. */
    public static JointAction joined(List<JointAction> parts) {
        return new JointAction(
                parts.stream().flatMapToInt(part -> Arrays.stream(part.choices)).toArray(),
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.values))
                        .toArray());
    }

    /**
     * The actions of some agents that follow one another.
     *
     * @param from the first
     * @param to behind the last
     */
    public JointAction part(int from, int to) {
        return values.length > 0
                ? new JointAction(new int[0], Arrays.copyOfRange(values, from, to))
                : new JointAction(Arrays.copyOfRange(choices, from, to), new double[0]);
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
