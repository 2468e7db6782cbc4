package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.Task;
import io.clearway.network.AgentSpec;
import java.util.List;

/**
 * Sizes of the arrays that hold all agents' values at once: smaller agents are padded, with zeros where values stand
 * and with illegal actions.
 *
 * @param specs what each agent sees and may do
 * @param width values per agent: the longest local observation
 * @param actions actions per agent: the largest count
 */
public record JointShape(List<AgentSpec> specs, int width, int actions) {
    public JointShape {
        specs = List.copyOf(specs);
    }

    /** The shape that fits all agents of a task. */
    public static JointShape of(Task task) {
        return new JointShape(
                task.agents(),
                task.agents().stream()
                        .mapToInt(AgentSpec::observationSize)
                        .max()
                        .orElseThrow(),
                task.agents().stream().mapToInt(AgentSpec::actions).max().orElseThrow());
    }

    /** Number of agents n. */
    public int agents() {
        return specs.size();
    }

    /** Length of an agent's own observation. */
    public int observationSize(int agent) {
        return specs.get(agent).observationSize();
    }

    /** Number of an agent's own actions. */
    public int actionsOf(int agent) {
        return specs.get(agent).actions();
    }
}
