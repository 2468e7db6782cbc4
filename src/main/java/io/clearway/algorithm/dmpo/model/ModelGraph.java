package io.clearway.algorithm.dmpo.model;

import io.clearway.network.AgentGraph;
import io.clearway.network.Neighborhood;
import java.util.ArrayList;
import java.util.List;

/** The agents that an agent's model observes (Ma et al. 2024, ablations). */
public enum ModelGraph {
    /** Its neighbors within some hops: the localized model. */
    ADJACENT {
        @Override
        AgentGraph of(AgentGraph graph, int radius) {
            List<AgentGraph.Link> links = new ArrayList<>();
            for (Neighborhood neighborhood : graph.neighborhoods(radius)) {
                String agent = graph.agents().get(neighborhood.center());
                for (int member : neighborhood.members()) {
                    if (member != neighborhood.center()) {
                        links.add(new AgentGraph.Link(agent, graph.agents().get(member)));
                    }
                }
            }
            return new AgentGraph(graph.agents(), links);
        }
    },
    /** None: independent models, IMPO. */
    INDEPENDENT {
        @Override
        AgentGraph of(AgentGraph graph, int radius) {
            return new AgentGraph(graph.agents(), List.of());
        }
    },
    /** One agent on the other side of the list, ⌊n/2⌋ further: models of the wrong agents, MPO-na. */
    NON_ADJACENT {
        @Override
        AgentGraph of(AgentGraph graph, int radius) {
            int half = graph.size() / 2;
            List<AgentGraph.Link> links = new ArrayList<>();
            for (int agent = 0; half > 0 && agent + half < graph.size(); agent++) {
                links.add(new AgentGraph.Link(
                        graph.agents().get(agent), graph.agents().get(agent + half)));
            }
            return new AgentGraph(graph.agents(), links);
        }
    };

    /**
     * The graph that the model is built on.
     *
     * @param radius hops to the farthest neighbors; without effect on the other graphs
     */
    abstract AgentGraph of(AgentGraph graph, int radius);
}
