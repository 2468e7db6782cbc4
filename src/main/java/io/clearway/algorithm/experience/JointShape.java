package io.clearway.algorithm.experience;

import io.clearway.algorithm.Task;
import io.clearway.network.AgentSpec;
import io.clearway.neural.AgentTensor;
import java.util.List;

/**
 * Sizes of arrays over all agents: smaller agents are padded, observations with zeros and actions with illegal ones.
 *
 * @param specs observations and actions of each agent
 * @param width values per agent: the longest local observation
 * @param kind what agents choose from
 */
public record JointShape(List<AgentSpec> specs, int width, ActionKind kind) {
    public JointShape {
        specs = List.copyOf(specs);
    }

    /**
     * The shape that fits all agents of a task, or {@link io.clearway.setting.InvalidSetting} when their kinds differ.
     */
    public static JointShape of(Task task) {
        return new JointShape(
                task.agents(),
                task.agents().stream()
                        .mapToInt(AgentSpec::observationSize)
                        .max()
                        .orElseThrow(),
                ActionKind.of(task));
    }

    /** Number of agents n. */
    public int agents() {
        return specs.size();
    }

    /** Length of all masks of legal actions: the largest number of choices, 0 where actions are real numbers. */
    public int actions() {
        return kind.choices();
    }

    /** Actions of all agents, as their {@link ActionKind} keeps them, to be filled. */
    public AgentTensor actionValues(int rows) {
        return AgentTensor.zeros(agents(), rows, kind.numbers());
    }

    /** Masks of all agents in which nothing is legal, to be filled. */
    public ActionMasks masks(int rows) {
        return ActionMasks.empty(agents(), rows, actions());
    }

    /** Length of an agent's own observation. */
    public int observationSize(int agent) {
        return specs.get(agent).observationSize();
    }

    /** Length of an agent's own mask. */
    public int actionsOf(int agent) {
        return specs.get(agent).actions();
    }
}
