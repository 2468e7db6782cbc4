package io.clearway.algorithm;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import java.util.List;

/**
 * What is to be learned: the networked MDP without its dynamics.
 *
 * @param graph who is connected to whom
 * @param agents what each sees and may do, in the order of the graph
 * @param horizon decisions in a full episode
 * @param globalSize values of the global state, {@link io.clearway.network.JointObservation#global}
 */
public record Task(AgentGraph graph, List<AgentSpec> agents, int horizon, int globalSize) {
    public Task {
        agents = List.copyOf(agents);
        if (graph.size() != agents.size()) {
            throw new IllegalArgumentException(
                    "A graph of %d agents does not fit %d specifications".formatted(graph.size(), agents.size()));
        }
    }

    /** A task whose global state is all local observations side by side. */
    public Task(AgentGraph graph, List<AgentSpec> agents, int horizon) {
        this(
                graph,
                agents,
                horizon,
                agents.stream().mapToInt(AgentSpec::observationSize).sum());
    }
}
