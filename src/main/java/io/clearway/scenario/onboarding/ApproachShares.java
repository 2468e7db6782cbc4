package io.clearway.scenario.onboarding;

import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.importing.DemandCount;
import io.clearway.simulation.importing.DemandCount.Turn;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which share of the vehicles on a lane comes onto each of the lanes before a stop line that it leads to: by the turns
 * of the demand, each lane that serves a turn taking an equal part of it.
 */
final class ApproachShares {
    private final Map<String, Lane> lanes;
    private final Map<String, Map<String, Integer>> turns;

    /** @param lanes of all roads outside of junctions, by id */
    ApproachShares(DemandCount demand, Map<String, Lane> lanes) {
        this.lanes = lanes;
        this.turns = demand.turns().stream()
                .collect(Collectors.groupingBy(Turn::fromRoad, Collectors.toMap(Turn::toRoad, Turn::total)));
    }

    /**
     * The shares of a signal.
     *
     * @param upstream its incoming lanes → the lanes that extend them
     * @return the same lanes → the share of each of those lanes
     */
    SortedMap<String, List<Double>> of(TrafficLight light, SortedMap<String, List<String>> upstream) {
        SortedMap<String, List<Double>> shares = new TreeMap<>();
        upstream.forEach((lane, extending) -> shares.put(
                lane,
                extending.stream()
                        .map(further -> share(light, lane, beside(further, upstream)))
                        .toList()));
        return shares;
    }

    /** The incoming lanes that a lane extends. */
    private static List<String> beside(String further, SortedMap<String, List<String>> upstream) {
        return upstream.entrySet().stream()
                .filter(entry -> entry.getValue().contains(further))
                .map(Map.Entry::getKey)
                .toList();
    }

    private double share(TrafficLight light, String lane, List<String> beside) {
        double all =
                beside.stream().mapToDouble(other -> vehicles(light, other)).sum();
        return all == 0 ? 1.0 / beside.size() : vehicles(light, lane) / all;
    }

    /** Vehicles of the demand that use a lane, where those of a turn spread equally over the lanes that serve it. */
    private double vehicles(TrafficLight light, String lane) {
        Map<String, Integer> leaving = turns.getOrDefault(road(lane), Map.of());
        return light.links().stream()
                .filter(link -> link.fromLane().equals(lane))
                .map(link -> road(link.toLane()))
                .distinct()
                .mapToDouble(to -> (double) leaving.getOrDefault(to, 0) / serving(light, road(lane), to))
                .sum();
    }

    private long serving(TrafficLight light, String from, String to) {
        return light.links().stream()
                .filter(link -> road(link.fromLane()).equals(from)
                        && road(link.toLane()).equals(to))
                .map(Link::fromLane)
                .distinct()
                .count();
    }

    private String road(String lane) {
        Lane known = lanes.get(lane);
        return known == null ? lane : known.road();
    }
}
