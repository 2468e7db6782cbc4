package io.clearway.scenario.mdp;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which agents communicate: the words of the setting {@code graph}. */
public enum AgentLinks {
    /** Each with the next one, the last with the first: the paper's. */
    RING,
    /** Each with the next one. */
    PATH,
    /** Everyone with everyone. */
    COMPLETE;

    /** The graph of this many agents. */
    AgentGraph among(int agents) {
        List<String> names = IntStream.rangeClosed(1, agents)
                .mapToObj(number -> "agent-" + number)
                .toList();
        List<Link> links = new ArrayList<>();
        for (int one = 0; one < agents; one++) {
            for (int other = one + 1; other < agents; other++) {
                boolean next = other == one + 1;
                boolean closesTheRing = this == RING && one == 0 && other == agents - 1;
                if (next || closesTheRing || this == COMPLETE) {
                    links.add(new Link(names.get(one), names.get(other)));
                }
            }
        }
        return new AgentGraph(names, links);
    }
}
