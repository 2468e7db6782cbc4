package io.clearway.neural;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers of all agents, [agents][rows][width], row-major on heap: all of an agent's rows are contiguous, so that one
 * native call serves many agents. A row is a sample or a time; a single number per row has width 1. The array is
 * shared, not copied.
 */
public final class AgentTensor {
    private final int agents;
    private final int rows;
    private final int width;
    private final float[] values;

    /** A function of one number. */
    @FunctionalInterface
    public interface FloatOperator {
        float apply(float value);
    }

    private AgentTensor(int agents, int rows, int width, float[] values) {
        this.agents = agents;
        this.rows = rows;
        this.width = width;
        this.values = values;
    }

    /**
     * An array as it is.
     *
     * @param values taken over, row-major
     * @throws IllegalArgumentException when there are not agents · rows · width of them
     */
    public static AgentTensor of(int agents, int rows, int width, float... values) {
        if (agents < 0 || rows < 0 || width < 0 || values.length != (long) agents * rows * width) {
            throw new IllegalArgumentException(
                    "%d values do not fit the shape %s".formatted(values.length, shape(agents, rows, width)));
        }
        return new AgentTensor(agents, rows, width, values);
    }

    /** Zeros. */
    public static AgentTensor zeros(int agents, int rows, int width) {
        return new AgentTensor(
                agents, rows, width, new float[Math.multiplyExact(Math.multiplyExact(agents, rows), width)]);
    }

    /** Zeros of the same shape. */
    public AgentTensor zerosLike() {
        return new AgentTensor(agents, rows, width, new float[values.length]);
    }

    /** Number of agents n. */
    public int agents() {
        return agents;
    }

    /** Rows of each agent. */
    public int rows() {
        return rows;
    }

    /** Numbers in a row. */
    public int width() {
        return width;
    }

    /** The numbers themselves, shared; a row begins {@link #at} its place. */
    public float[] values() {
        return values;
    }

    /** Where a row begins in {@link #values}. */
    public int at(int agent, int row) {
        return (agent * rows + row) * width;
    }

    /** The index of a number in {@link #values}. */
    public int at(int agent, int row, int column) {
        return at(agent, row) + column;
    }

    /** One number. */
    public float get(int agent, int row, int column) {
        return values[at(agent, row, column)];
    }

    /** Replaces one number. */
    public void set(int agent, int row, int column, float value) {
        values[at(agent, row, column)] = value;
    }

    /** A copy of a row. */
    public float[] row(int agent, int row) {
        return Arrays.copyOfRange(values, at(agent, row), at(agent, row) + width);
    }

    /** Copies a row to a place {@link #at} of another tensor. */
    public void copyRow(int agent, int row, AgentTensor to, int place) {
        System.arraycopy(values, at(agent, row), to.values, place, width);
    }

    /** Copies all rows into the same rows of another tensor, from a column on. */
    public void copyTo(AgentTensor to, int column) {
        for (int row = 0; row < agents * rows; row++) {
            System.arraycopy(values, row * width, to.values, row * to.width + column, width);
        }
    }

    /** Some columns of all rows. */
    public AgentTensor columns(int first, int count) {
        AgentTensor part = zeros(agents, rows, count);
        for (int row = 0; row < agents * rows; row++) {
            System.arraycopy(values, row * width + first, part.values, row * count, count);
        }
        return part;
    }

    /** Rows side by side, [x, y, …]: all of the same agents and rows. */
    public static AgentTensor concat(AgentTensor... parts) {
        AgentTensor first = parts[0];
        AgentTensor all = zeros(
                first.agents,
                first.rows,
                Arrays.stream(parts).mapToInt(AgentTensor::width).sum());
        int column = 0;
        for (AgentTensor part : parts) {
            part.require("a part", first.agents, first.rows, part.width);
            part.copyTo(all, column);
            column += part.width;
        }
        return all;
    }

    /** Each agent's rows of all parts below each other: all of the same agents and width. */
    public static AgentTensor stack(List<AgentTensor> parts) {
        AgentTensor first = parts.get(0);
        AgentTensor all =
                zeros(first.agents, parts.stream().mapToInt(AgentTensor::rows).sum(), first.width);
        int from = 0;
        for (AgentTensor part : parts) {
            part.require("a part", first.agents, part.rows, first.width);
            for (int agent = 0; agent < first.agents; agent++) {
                System.arraycopy(
                        part.values, part.at(agent, 0), all.values, all.at(agent, from), part.rows * part.width);
            }
            from += part.rows;
        }
        return all;
    }

    /** Some consecutive rows of every agent. */
    public AgentTensor rows(int first, int count) {
        AgentTensor part = zeros(agents, count, width);
        for (int agent = 0; agent < agents; agent++) {
            System.arraycopy(values, at(agent, first), part.values, part.at(agent, 0), count * width);
        }
        return part;
    }

    /** The rows of some agents, in their order. */
    public AgentTensor gather(List<Integer> members) {
        AgentTensor part = zeros(members.size(), rows, width);
        for (int k = 0; k < members.size(); k++) {
            System.arraycopy(values, at(members.get(k), 0), part.values, part.at(k, 0), rows * width);
        }
        return part;
    }

    /** Puts back what {@link #gather} took. */
    public void scatter(AgentTensor part, List<Integer> members) {
        part.require("the part", members.size(), rows, width);
        for (int k = 0; k < members.size(); k++) {
            System.arraycopy(part.values, part.at(k, 0), values, at(members.get(k), 0), rows * width);
        }
    }

    /** The same numbers in another shape of as many. */
    public AgentTensor reshaped(int otherAgents, int otherRows, int otherWidth) {
        return of(otherAgents, otherRows, otherWidth, values);
    }

    /** A function of each number. */
    public AgentTensor map(FloatOperator function) {
        float[] mapped = new float[values.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.apply(values[i]);
        }
        return new AgentTensor(agents, rows, width, mapped);
    }

    /**
     * This, if it has a shape.
     *
     * @param what name of the array in the error
     * @throws IllegalArgumentException that names the expected and the given shape
     */
    public AgentTensor require(String what, int expectedAgents, int expectedRows, int expectedWidth) {
        if (agents != expectedAgents || rows != expectedRows || width != expectedWidth) {
            throw new IllegalArgumentException("The shape of %s is %s, but must be %s"
                    .formatted(what, this, shape(expectedAgents, expectedRows, expectedWidth)));
        }
        return this;
    }

    private static String shape(int agents, int rows, int width) {
        return "[%d agents][%d rows][%d wide]".formatted(agents, rows, width);
    }

    /** The shape. */
    @Override
    public String toString() {
        return shape(agents, rows, width);
    }
}
