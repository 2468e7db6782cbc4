package io.clearway.network;

import java.util.Arrays;
import java.util.List;

/** The actions of all agents at one decision: a discrete choice each, or real numbers each. */
public final class JointAction {
    private static final int HASH_FACTOR = 31;
    private final int[] choices;
    private final double[][] values;

    private JointAction(int[] choices, double[][] values) {
        this.choices = choices;
        this.values = values;
    }

    /** The joint action of these choices, in the order of the agents. */
    public static JointAction of(int... choices) {
        return new JointAction(choices.clone(), new double[0][]);
    }

    /** The joint action of one real number each, in the order of the agents. */
    public static JointAction ofValues(double... values) {
        return new JointAction(
                new int[0],
                Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new));
    }

    /** The joint action of several real numbers each, in the order of the agents; they may differ in how many. */
    public static JointAction ofVectors(double[]... values) {
        return new JointAction(
                new int[0], Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
    }

    /** The actions of several groups of agents, one after the other; all choices or all real numbers. */
    public static JointAction joined(List<JointAction> parts) {
        return new JointAction(
                parts.stream().flatMapToInt(part -> Arrays.stream(part.choices)).toArray(),
                parts.stream().flatMap(part -> Arrays.stream(part.values)).toArray(double[][]::new));
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
                : new JointAction(Arrays.copyOfRange(choices, from, to), new double[0][]);
    }

    /** Number of agents. */
    public int agents() {
        return Math.max(choices.length, values.length);
    }

    /** Choice of an agent that has discrete actions. */
    public int choice(int agent) {
        return choices[agent];
    }

    /** Value of an agent that chooses one real number; the first of several. */
    public double value(int agent) {
        return values[agent][0];
    }

    /** One of the real numbers that an agent chooses. */
    public double value(int agent, int number) {
        return values[agent][number];
    }

    /** How many real numbers an agent chose; 0 when it took one of a finite set of choices. */
    public int numbers(int agent) {
        return values.length == 0 ? 0 : values[agent].length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointAction that
                && Arrays.equals(choices, that.choices)
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return HASH_FACTOR * Arrays.hashCode(choices) + Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return values.length > 0 ? Arrays.deepToString(values) : Arrays.toString(choices);
    }
}
