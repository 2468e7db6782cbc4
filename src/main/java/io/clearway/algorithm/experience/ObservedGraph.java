package io.clearway.algorithm.experience;

import io.clearway.network.AgentGraph;
import java.util.ArrayList;
import java.util.List;

/** By which graph an algorithm takes agents for neighbors: in policies, values, advantages and models. */
public enum ObservedGraph {
    /** The network's own. */
    NETWORK {
        @Override
        public AgentGraph of(AgentGraph network, int divisor) {
            return network;
        }
    },
    /**
     * Agents ⌊n/divisor⌋ apart in the list, without a turn from its end to its beginning: about as many links, between
     * the wrong agents (MPO-na of Ma et al. 2024, as in the authors' code).
     */
    NON_ADJACENT {
        @Override
        public AgentGraph of(AgentGraph network, int divisor) {
            int apart = network.size() / divisor;
            List<AgentGraph.Link> links = new ArrayList<>();
            for (int agent = 0; apart > 0 && agent + apart < network.size(); agent++) {
                links.add(new AgentGraph.Link(
                        network.agents().get(agent), network.agents().get(agent + apart)));
            }
            return new AgentGraph(network.agents(), links);
        }
    };

    /**
     * The graph.
     *
     * @param network who is connected to whom
     * @param divisor of the number of agents, 1 or more; without effect on the network's own graph
     */
    public abstract AgentGraph of(AgentGraph network, int divisor);
}
