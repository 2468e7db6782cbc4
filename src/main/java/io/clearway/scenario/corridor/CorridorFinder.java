package io.clearway.scenario.corridor;

import io.clearway.scenario.corridor.CorridorRequest.Kind;
import io.clearway.scenario.corridor.CorridorWay.StopLine;
import io.clearway.scenario.corridor.CorridorWay.Stretch;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Suggestion;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds a corridor in a network. Between two signals it takes the shortest way on which cars may drive. Junctions are
 * as long as the path of the movement across them where a signal controls it, else 0 m.
 */
public final class CorridorFinder {
    private static final String OPTION = "--corridor";
    private static final char STRAIGHT = 's';
    private final Map<String, Road> roads;
    private final Map<String, List<Road>> leaving;
    private final Map<String, TrafficLight> lights;
    private final Map<String, Lane> lanes;
    private final Set<String> entries;
    private final Map<String, List<Movement>> movements = new HashMap<>();

    /** A link of a light. */
    private record Movement(String light, Link link, String toRoad) {}

    private record Reached(String junction, double meters) {}

    /** @param network that corridors lie in */
    public CorridorFinder(RoadNetwork network) {
        List<Road> streets = network.roads().stream()
                .filter(road -> !road.internal() && road.lanes().stream().anyMatch(Lane::allowsCars))
                .toList();
        roads = streets.stream()
                .collect(Collectors.toMap(Road::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        leaving = streets.stream().collect(Collectors.groupingBy(Road::from));
        lights = network.lights().stream().collect(Collectors.toMap(TrafficLight::id, Function.identity()));
        lanes = network.lanesById();
        entries = network.entries();
        for (TrafficLight light : network.lights()) {
            for (Link link : light.links()) {
                Lane from = lanes.get(link.fromLane());
                Lane to = lanes.get(link.toLane());
                if (from != null && to != null) {
                    movements
                            .computeIfAbsent(from.road(), road -> new ArrayList<>())
                            .add(new Movement(light.id(), link, to.road()));
                }
            }
        }
    }

    /**
     * The directions of a corridor: of signals there and back where roads lead both ways, of roads their own.
     *
     * @throws InvalidSetting naming the place that is unknown or cannot be reached
     */
    public List<CorridorWay> find(CorridorRequest request) {
        List<String> places = request.places();
        boolean signals =
                request.kind() == Kind.SIGNALS || (request.kind() == Kind.ANY && lights.containsKey(places.get(0)));
        if (!signals) {
            return List.of(ofRoads(places));
        }
        if (places.size() == 1) {
            throw new InvalidSetting(OPTION, places.get(0), "name two signals or more in the order of driving");
        }
        List<String> back = new ArrayList<>(places);
        Collections.reverse(back);
        List<String> there = between(places, true);
        List<String> returning = between(back, false);
        CorridorWay first = way(places, there);
        return returning.isEmpty() ? List.of(first) : List.of(first, way(back, returning));
    }

    private CorridorWay way(List<String> places, List<String> found) {
        return way("%s to %s".formatted(places.get(0), places.get(places.size() - 1)), found);
    }

    private CorridorWay ofRoads(List<String> ids) {
        ids.forEach(this::road);
        for (int at = 1; at < ids.size(); at++) {
            if (!road(ids.get(at)).from().equals(road(ids.get(at - 1)).to())) {
                throw new InvalidSetting(
                        OPTION,
                        ids.get(at),
                        "give a road that begins where %s ends, at %s"
                                .formatted(
                                        ids.get(at - 1), road(ids.get(at - 1)).to()));
            }
        }
        if (entries.contains(ids.get(0))) {
            throw new InvalidSetting(
                    OPTION,
                    ids.get(0),
                    "begin with the road after it: nobody drives onto this one, vehicles are inserted on it");
        }
        return way("%s to %s".formatted(ids.get(0), ids.get(ids.size() - 1)), ids);
    }

    private Road road(String id) {
        Road road = roads.get(id);
        if (road == null) {
            throw new InvalidSetting(
                    OPTION,
                    id,
                    "%sgive ids of traffic lights, or of roads for cars, of this network"
                            .formatted(Suggestion.question(id, roads.keySet())));
        }
        return road;
    }

    /** Roads between lights one after the other; none where there is no way and it is not required. */
    private List<String> between(List<String> places, boolean required) {
        List<String> found = new ArrayList<>();
        Set<String> from = junctions(places.get(0));
        for (int at = 1; at < places.size(); at++) {
            List<String> part = shortest(from, junctions(places.get(at)));
            if (part.isEmpty()) {
                if (required) {
                    throw new InvalidSetting(
                            OPTION,
                            places.get(at),
                            "name a signal that a road leads to from %s".formatted(places.get(at - 1)));
                }
                return List.of();
            }
            found.addAll(part);
            // a light may control several junctions: the way goes on where it has come to
            from = Set.of(road(part.get(part.size() - 1)).to());
        }
        return List.copyOf(found);
    }

    /** Junctions that a light controls, as ends of the roads before it. */
    private Set<String> junctions(String light) {
        TrafficLight found = lights.get(light);
        if (found == null) {
            throw new InvalidSetting(
                    OPTION,
                    light,
                    "%sgive ids of traffic lights of this network"
                            .formatted(Suggestion.question(light, lights.keySet())));
        }
        Set<String> junctions = new HashSet<>();
        for (Link link : found.links()) {
            Lane from = lanes.get(link.fromLane());
            Road road = from == null ? null : roads.get(from.road());
            if (road != null) {
                junctions.add(road.to());
            }
        }
        return junctions;
    }

    /** Dijkstra's algorithm over junctions. */
    private List<String> shortest(Set<String> from, Set<String> to) {
        Map<String, Road> by = new HashMap<>();
        Set<String> done = new HashSet<>();
        Map<String, Double> meters = new HashMap<>();
        PriorityQueue<Reached> open =
                new PriorityQueue<>(Comparator.comparingDouble(Reached::meters).thenComparing(Reached::junction));
        from.forEach(junction -> open.add(new Reached(junction, 0)));
        while (!open.isEmpty()) {
            Reached reached = open.remove();
            if (to.contains(reached.junction())) {
                return back(reached.junction(), from, by);
            }
            if (!done.add(reached.junction())) {
                continue;
            }
            for (Road road : leaving.getOrDefault(reached.junction(), List.of())) {
                double next = reached.meters() + length(road);
                if (!done.contains(road.to()) && next < meters.getOrDefault(road.to(), Double.POSITIVE_INFINITY)) {
                    meters.put(road.to(), next);
                    by.put(road.to(), road);
                    open.add(new Reached(road.to(), next));
                }
            }
        }
        return List.of();
    }

    private static List<String> back(String end, Set<String> from, Map<String, Road> by) {
        Deque<String> way = new ArrayDeque<>();
        String at = end;
        for (Road road = by.get(at); road != null && !from.contains(at); road = by.get(at)) {
            way.addFirst(road.id());
            at = road.from();
        }
        return List.copyOf(way);
    }

    private CorridorWay way(String name, List<String> ids) {
        List<Stretch> stretches = new ArrayList<>();
        List<Movement> before = into(ids.get(0));
        StopLine start = stopLine(before.stream()
                .filter(movement ->
                        movement.link().direction() == before.get(0).link().direction())
                .toList());
        List<Movement> into = before;
        double meters = 0;
        double seconds = 0;
        for (int at = 0; at < ids.size(); at++) {
            Road road = road(ids.get(at));
            double path = into.isEmpty() ? 0 : into.get(0).link().path().lengthMeters();
            double begin = meters + path;
            seconds += path > 0 ? path / into.get(0).link().path().speedLimitMetersPerSecond() : 0;
            seconds += length(road) / carLane(road).speedLimitMetersPerSecond();
            meters = begin + length(road);
            List<Movement> onward = onward(road, at + 1 < ids.size() ? ids.get(at + 1) : "");
            stretches.add(new Stretch(road.id(), begin, meters, seconds, stopLine(onward)));
            into = onward;
        }
        return new CorridorWay(name, start, stretches);
    }

    private static StopLine stopLine(List<Movement> movements) {
        return movements.isEmpty()
                ? StopLine.NONE
                : new StopLine(
                        movements.get(0).light(),
                        movements.stream()
                                .map(movement -> movement.link().index())
                                .toList());
    }

    /** Movements onto the first road, the straight one first. */
    private List<Movement> into(String first) {
        return movements.values().stream()
                .flatMap(List::stream)
                .filter(movement -> movement.toRoad().equals(first))
                .sorted(Comparator.comparing(
                                (Movement movement) -> movement.link().direction() != STRAIGHT)
                        .thenComparing(movement -> movement.link().fromLane())
                        .thenComparing(movement -> movement.link().index()))
                .toList();
    }

    /** Movements onto the next road; after the last road those straight on, or all where there is none. */
    private List<Movement> onward(Road road, String next) {
        List<Movement> all = movements.getOrDefault(road.id(), List.of());
        List<Movement> chosen = all.stream()
                .filter(movement -> next.isEmpty()
                        ? movement.link().direction() == STRAIGHT
                        : movement.toRoad().equals(next))
                .toList();
        return chosen.isEmpty() && next.isEmpty() ? all : chosen;
    }

    private static double length(Road road) {
        return carLane(road).lengthMeters();
    }

    /** The rightmost lane for cars: sidewalks and cycle lanes lie to its right. */
    private static Lane carLane(Road road) {
        return road.lanes().stream()
                .filter(Lane::allowsCars)
                .findFirst()
                .orElse(road.lanes().get(0));
    }
}
