package io.clearway.algorithm.dmpo.model;

import io.clearway.network.AgentGraph;
import java.util.ArrayList;
import java.util.List;

/** The agents that an agent's model observes (Ma et al. 2024, ablations). */
public enum ModelGraph {
    /** Its neighbors: the localized model. */
    ADJACENT {
        @Override
        AgentGraph of(AgentGraph graph) {
            return graph;
        }
    },
    /** None: independent models, IMPO. */
    INDEPENDENT {
        @Override
        AgentGraph of(AgentGraph graph) {
            return new AgentGraph(graph.agents(), List.of());
        }
    },
    /** One agent on the other side of the list, ⌊n/2⌋ further: models of the wrong agents, MPO-na. */
    NON_ADJACENT {
        @Override
        AgentGraph of(AgentGraph graph) {
            int half = graph.size() / 2;
            List<AgentGraph.Link> links = new ArrayList<>();
            for (int agent = 0; half > 0 && agent + half < graph.size(); agent++) {
                links.add(new AgentGraph.Link(
                        graph.agents().get(agent), graph.agents().get(agent + half)));
            }
            return new AgentGraph(graph.agents(), links);
        }
    };

    /** The graph that the model is built on. */
    abstract AgentGraph of(AgentGraph graph);
}
