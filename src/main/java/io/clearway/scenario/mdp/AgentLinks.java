package io.clearway.scenario.mdp;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Link;
import io.clearway.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who talks to whom. */
enum AgentLinks {
    /** Each with the next one, the last with the first: the paper's. */
    RING("ring"),
    /** Each with the next one. */
    PATH("path"),
    /** Everyone with everyone. */
    COMPLETE("complete");

    private final String key;

    AgentLinks(String key) {
        this.key = key;
    }

    /** Name in settings. */
    String key() {
        return key;
    }

    /** The links of this name, or {@link InvalidSetting} on the field {@code graph}. */
    static AgentLinks named(String key) {
        for (AgentLinks links : values()) {
            if (links.key.equals(key)) {
                return links;
            }
        }
        throw new InvalidSetting(
                "graph",
                key,
                "use one of: " + Arrays.stream(values()).map(AgentLinks::key).collect(Collectors.joining(", ")));
    }

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
