package io.clearway.algorithm.tabular;

import io.clearway.network.AgentSpec;
import io.clearway.setting.InvalidSetting;
import java.util.List;

/** How many actions agents have, for the columns of their tables. */
final class TableActions {
    private TableActions() {}

    /**
     * The number of actions of each agent.
     *
     * @param algorithm that needs them, for the error
     * @throws InvalidSetting when an agent has continuous actions
     */
    static int[] counts(List<AgentSpec> agents, String algorithm) {
        for (AgentSpec agent : agents) {
            if (agent.actions() == 0) {
                throw new InvalidSetting(
                        "algorithm",
                        algorithm,
                        "agent %s has continuous actions, which no table can hold; use an algorithm for continuous actions"
                                .formatted(agent.id()));
            }
        }
        return agents.stream().mapToInt(AgentSpec::actions).toArray();
    }
}
