package io.clearway.scenario.atsc.network;

import io.clearway.simulation.RoadNetwork;
import java.util.List;
import java.util.Set;

/**
 * The lanes around a signal.
 *
 * @param incoming lanes before its stop lines, each once, in the order of its links
 * @param outgoing lanes behind it, each once, in the order of its links
 * @param upstream for each of {@code incoming} the lanes that extend it upstream, often none
 * @param entries those of {@code incoming}, by place, on which vehicles come into the network
 */
public record SignalLanes(
        List<RoadNetwork.Lane> incoming,
        List<RoadNetwork.Lane> outgoing,
        List<List<RoadNetwork.Lane>> upstream,
        Set<Integer> entries) {
    public SignalLanes {
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
        upstream = upstream.stream().map(List::copyOf).toList();
        entries = Set.copyOf(entries);
    }
}
