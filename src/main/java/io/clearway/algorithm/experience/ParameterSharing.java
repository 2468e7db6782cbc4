package io.clearway.algorithm.experience;

import io.clearway.network.AgentSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which agents share the weights of their policies and value functions; each still acts on its own neighborhood. */
public enum ParameterSharing {
    /** Every agent has its own, as in the papers. */
    NONE,
    /**
     * Agents with equally long observations and equally many actions share one network, whose inputs include the
     * agent's index.
     */
    SAME_SHAPE;

    /** Agents by the networks they use: with sharing a list per shared network, else all agents in one list. */
    public List<List<Integer>> groups(List<AgentSpec> specs) {
        Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
        for (int agent = 0; agent < specs.size(); agent++) {
            AgentSpec spec = specs.get(agent);
            List<Integer> shape =
                    this == NONE ? List.of() : List.of(spec.observationSize(), spec.actions(), spec.numbers());
            groups.computeIfAbsent(shape, any -> new ArrayList<>()).add(agent);
        }
        return List.copyOf(groups.values());
    }
}
