package io.clearway.scenario.pandemic;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Link;
import io.clearway.scenario.pandemic.town.PlaceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which agents communicate: the words of the setting {@code graph}. */
public enum UnitLinks {
    /** Nobody with anybody, as in the paper's code: all of them observe the town anyway. */
    NONE,
    /** Everyone with everyone. */
    COMPLETE;

    /** The graph of the ten agents. */
    AgentGraph graph() {
        List<String> names = Stream.concat(
                        Arrays.stream(PlaceKind.values()).map(PlaceKind::word), Stream.of(Measures.POPULATION))
                .toList();
        List<Link> links = new ArrayList<>();
        for (int one = 0; this == COMPLETE && one < names.size(); one++) {
            for (int other = one + 1; other < names.size(); other++) {
                links.add(new Link(names.get(one), names.get(other)));
            }
        }
        return new AgentGraph(names, links);
    }
}
