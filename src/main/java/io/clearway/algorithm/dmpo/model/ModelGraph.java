package io.clearway.algorithm.dmpo.model;

import io.clearway.network.AgentGraph;
import io.clearway.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whom the model of an agent hears (Ma et al. 2024, ablations). */
public enum ModelGraph {
    /** Its neighbors: the localized model. */
    ADJACENT("adjacent") {
        @Override
        AgentGraph of(AgentGraph graph) {
            return graph;
        }
    },
    /** Nobody: independent models, IMPO. */
    INDEPENDENT("independent") {
        @Override
        AgentGraph of(AgentGraph graph) {
            return new AgentGraph(graph.agents(), List.of());
        }
    },
    /** One agent on the other side of the list, ⌊n/2⌋ further: models of the wrong agents, MPO-na. */
    NON_ADJACENT("non-adjacent") {
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

    private final String key;

    ModelGraph(String key) {
        this.key = key;
    }

    /** Name in settings. */
    public String key() {
        return key;
    }

    /** The graph that the model is built on. */
    abstract AgentGraph of(AgentGraph graph);

    /** The choice of this name, or {@link InvalidSetting} on the field {@code modelGraph}. */
    static ModelGraph named(String key) {
        return Arrays.stream(values())
                .filter(choice -> choice.key.equals(key))
                .findAny()
                .orElseThrow(
                        () -> new InvalidSetting("modelGraph", key, "use one of: adjacent, independent, non-adjacent"));
    }
}
