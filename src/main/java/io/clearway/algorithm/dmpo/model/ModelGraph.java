package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.ObservedGraph;
import io.clearway.network.AgentGraph;
import io.clearway.network.Neighborhood;
import java.util.ArrayList;
import java.util.List;

/** The agents that an agent's model observes (Ma et al. 2024, ablations). */
public enum ModelGraph {
    /** Its neighbors within some hops: the localized model. */
    ADJACENT {
        @Override
        public AgentGraph of(AgentGraph graph, int radius, int divisor) {
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

        @Override
        public int hops(int radius) {
            return radius;
        }
    },
    /** None: independent models, IMPO. */
    INDEPENDENT {
        @Override
        public AgentGraph of(AgentGraph graph, int radius, int divisor) {
            return new AgentGraph(graph.agents(), List.of());
        }

        @Override
        public int hops(int radius) {
            return 0;
        }
    },
    /** The wrong agents for the models alone; {@link ObservedGraph#NON_ADJACENT} is for all that agents hear. */
    NON_ADJACENT {
        @Override
        public AgentGraph of(AgentGraph graph, int radius, int divisor) {
            return ObservedGraph.NON_ADJACENT.of(graph, divisor);
        }

        @Override
        public int hops(int radius) {
            return 1;
        }
    };

    /**
     * The graph that the model is built on.
     *
     * @param graph whom agents take for neighbors
     * @param radius hops to the farthest neighbors; without effect on the other graphs
     * @param divisor non-adjacent agents are ⌊n/divisor⌋ apart
     */
    public abstract AgentGraph of(AgentGraph graph, int radius, int divisor);

    /** How many hops away the agents are that a model hears, those that are no neighbors counted as such. */
    public abstract int hops(int radius);
}
