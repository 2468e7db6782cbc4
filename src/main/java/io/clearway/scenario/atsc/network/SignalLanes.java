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
 * @param shares of the vehicles on each of those that come onto the incoming lane, from 0 to 1
 * @param entries those of {@code incoming}, by place, on which vehicles come into the network
 */
public record SignalLanes(
        List<RoadNetwork.Lane> incoming,
        List<RoadNetwork.Lane> outgoing,
        List<List<RoadNetwork.Lane>> upstream,
        List<List<Double>> shares,
        Set<Integer> entries) {
    public SignalLanes {
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
        upstream = upstream.stream().map(List::copyOf).toList();
        shares = shares.stream().map(List::copyOf).toList();
        entries = Set.copyOf(entries);
    }

    /**
     * Length of lane upstream on which those may stand who come onto an incoming lane, within the reach of an approach.
     */
    public double upstreamMeters(int lane) {
        double meters = 0;
        for (int further = 0; further < upstream.get(lane).size(); further++) {
            meters += shares.get(lane).get(further)
                    * upstream.get(lane).get(further).lengthMeters();
        }
        return Math.min(
                meters,
                Math.max(0, ApproachSurvey.REACH_METERS - incoming.get(lane).lengthMeters()));
    }
}
