package io.clearway.algorithm.experience;

import java.util.List;

/**
 * Which actions are legal, [agents][rows][actions]: masks beside an {@link io.clearway.neural.AgentTensor} of the same
 * rows. Empty where actions are real numbers. The array is shared, not copied.
 */
public final class ActionMasks {
    private final int agents;
    private final int rows;
    private final int actions;
    private final boolean[] values;

    private ActionMasks(int agents, int rows, int actions, boolean[] values) {
        this.agents = agents;
        this.rows = rows;
        this.actions = actions;
        this.values = values;
    }

    /** Masks in which nothing is legal, to be filled. */
    static ActionMasks empty(int agents, int rows, int actions) {
        return new ActionMasks(agents, rows, actions, new boolean[agents * rows * actions]);
    }

    /** Number of agents n. */
    public int agents() {
        return agents;
    }

    /** Masks of each agent. */
    public int rows() {
        return rows;
    }

    /** Length of a mask. */
    public int actions() {
        return actions;
    }

    /** The masks themselves, shared; one begins {@link #at} its place. */
    public boolean[] values() {
        return values;
    }

    /** Where a mask begins in {@link #values}. */
    public int at(int agent, int row) {
        return (agent * rows + row) * actions;
    }

    /** Whether an action is legal. */
    public boolean legal(int agent, int row, int action) {
        return values[at(agent, row) + action];
    }

    /** Replaces the beginning of a mask. */
    public void set(int agent, int row, boolean... mask) {
        System.arraycopy(mask, 0, values, at(agent, row), mask.length);
    }

    /** Copies an agent's mask to one of the same agent. */
    public void copyRow(int agent, int row, ActionMasks to, int toRow) {
        System.arraycopy(values, at(agent, row), to.values, to.at(agent, toRow), actions);
    }

    /** Each agent's masks of all parts below each other: all of the same agents and actions. */
    public static ActionMasks stack(List<ActionMasks> parts) {
        ActionMasks first = parts.get(0);
        int rows = parts.stream().mapToInt(ActionMasks::rows).sum();
        ActionMasks all =
                new ActionMasks(first.agents, rows, first.actions, new boolean[first.agents * rows * first.actions]);
        int from = 0;
        for (ActionMasks part : parts) {
            if (part.agents != first.agents || part.actions != first.actions) {
                throw new IllegalArgumentException(
                        "Masks of %s cannot be stacked on masks of %s".formatted(part, first));
            }
            for (int agent = 0; agent < first.agents; agent++) {
                int length = part.rows * part.actions;
                System.arraycopy(part.values, part.at(agent, 0), all.values, all.at(agent, from), length);
            }
            from += part.rows;
        }
        return all;
    }

    /** The shape. */
    @Override
    public String toString() {
        return "[%d agents][%d rows][%d actions]".formatted(agents, rows, actions);
    }
}
