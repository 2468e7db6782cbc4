package io.clearway.scenario.atsc.network;

import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the queue before a stop line stands: on the last lane and, where that is short, on the lanes that lead onto it,
 * up to the last signal, to where traffic branches or merges, or to {@value #REACH_METERS} m.
 */
public final class ApproachSurvey {
    /** How far back a queue is followed. */
    public static final double REACH_METERS = 200;

    private final Map<String, Lane> lanes;
    private final Map<String, Road> roads;
    private final Map<String, List<String>> onward;
    private final Map<String, List<String>> before = new HashMap<>();
    private final Set<String> controlled = new HashSet<>();

    public ApproachSurvey(RoadNetwork network) {
        this.lanes = network.lanesById();
        this.roads = network.roads().stream()
                .filter(road -> !road.internal())
                .collect(Collectors.toMap(Road::id, road -> road));
        this.onward = network.onward();
        onward.forEach((from, leads) -> leads.forEach(
                to -> before.computeIfAbsent(to, lane -> new ArrayList<>()).add(from)));
        before.values().forEach(Collections::sort);
        for (TrafficLight light : network.lights()) {
            light.links().forEach(link -> controlled.add(link.fromLane()));
        }
    }

    /**
     * The lanes that extend each incoming lane of a signal upstream, the next ones first; lanes without any are left
     * out.
     */
    public SortedMap<String, List<String>> upstream(TrafficLight light) {
        SortedMap<String, List<String>> upstream = new TreeMap<>();
        light.links().stream()
                .map(RoadNetwork.Link::fromLane)
                .distinct()
                .filter(this::isOnRoad)
                .forEach(lane -> {
                    List<String> found = upstream(lane);
                    if (!found.isEmpty()) {
                        upstream.put(lane, found);
                    }
                });
        return upstream;
    }

    private boolean isOnRoad(String lane) {
        Lane known = lanes.get(lane);
        return known != null && roads.containsKey(known.road());
    }

    private List<String> upstream(String stopLane) {
        List<String> found = new ArrayList<>();
        Set<String> passed = new HashSet<>(Set.of(road(stopLane)));
        Set<String> front = Set.of(stopLane);
        double meters = lane(stopLane).lengthMeters();
        while (meters < REACH_METERS) {
            String road = onlyRoadBefore(front);
            if (road == null || !passed.add(road)) {
                return found;
            }
            Set<String> next = new LinkedHashSet<>();
            front.forEach(lane -> before.getOrDefault(lane, List.of()).stream()
                    .filter(other -> road(other).equals(road))
                    .forEach(next::add));
            found.addAll(next);
            meters += lane(next.iterator().next()).lengthMeters();
            front = next;
        }
        return found;
    }

    /** The road that all traffic onto these lanes comes from, which has no signal at its end and leads nowhere else. */
    private @Nullable String onlyRoadBefore(Set<String> front) {
        Set<String> entering = front.stream()
                .flatMap(lane -> before.getOrDefault(lane, List.of()).stream())
                .filter(lane -> front.stream().noneMatch(to -> turnsBack(road(lane), to)))
                .collect(Collectors.toSet());
        Set<String> from = entering.stream().map(this::road).collect(Collectors.toSet());
        if (from.size() != 1 || entering.stream().anyMatch(controlled::contains)) {
            return null;
        }
        String road = from.iterator().next();
        Road known = roads.get(road);
        Set<String> target = front.stream().map(this::road).collect(Collectors.toSet());
        boolean leadsElsewhere = known == null
                || known.lanes().stream()
                        .flatMap(lane -> onward.getOrDefault(lane.id(), List.of()).stream())
                        .map(this::road)
                        .anyMatch(to -> !target.contains(to) && !turnsBack(known, to));
        return leadsElsewhere ? null : road;
    }

    private boolean turnsBack(String road, String lane) {
        Road from = roads.get(road);
        return from != null && turnsBack(from, road(lane));
    }

    private boolean turnsBack(Road road, String to) {
        Road other = roads.get(to);
        return other != null && other.to().equals(road.from());
    }

    private Lane lane(String id) {
        Lane lane = lanes.get(id);
        if (lane == null) {
            throw new IllegalArgumentException("The network has no lane '%s'".formatted(id));
        }
        return lane;
    }

    private String road(String lane) {
        return lane(lane).road();
    }
}
