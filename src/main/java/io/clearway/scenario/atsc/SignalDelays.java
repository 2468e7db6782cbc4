package io.clearway.scenario.atsc;

import io.clearway.metric.ControlDelay;
import io.clearway.metric.SignalMeasures;
import io.clearway.metric.SignalMeasures.Approach;
import io.clearway.metric.SignalMeasures.Movement;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.trips.LaneTotals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Control delay and stops at signals from the totals of lanes. Counted is all time lost between the last branch or
 * signal upstream and the end of the junction. A lane's loss is divided among its movements by their vehicles, that of
 * the roads further upstream among all movements of the approach.
 */
final class SignalDelays {
    private final RoadNetwork roads;
    private final Map<String, LaneTotals> totals;
    private final Map<String, Lane> lanes;
    private final Map<String, Road> roadById;
    private final Map<String, List<Road>> entering;
    private final Map<String, List<Road>> leaving;
    private final Set<String> controlled;

    /** @param totals by lane, also of those inside junctions */
    SignalDelays(RoadNetwork roads, Map<String, LaneTotals> totals) {
        this.roads = roads;
        this.totals = totals;
        this.lanes = roads.lanesById();
        List<Road> streets =
                roads.roads().stream().filter(road -> !road.internal()).toList();
        this.roadById = streets.stream().collect(Collectors.toMap(Road::id, Function.identity()));
        this.entering = streets.stream().collect(Collectors.groupingBy(Road::to));
        this.leaving = streets.stream().collect(Collectors.groupingBy(Road::from));
        this.controlled = roads.lights().stream()
                .flatMap(light -> light.links().stream())
                .map(link -> lanes.get(link.fromLane()))
                .filter(lane -> lane != null)
                .map(Lane::road)
                .collect(Collectors.toSet());
    }

    /** Those of these signals, in their order; walkers' crossings do not count. */
    List<SignalMeasures> of(List<String> signals) {
        Map<String, TrafficLight> lights =
                roads.lights().stream().collect(Collectors.toMap(TrafficLight::id, Function.identity()));
        return signals.stream()
                .map(lights::get)
                .filter(light -> light != null)
                .map(this::measure)
                .toList();
    }

    /** The lanes that measures of these signals need totals of, each once. */
    List<String> lanes(List<String> signals) {
        Set<String> measured = new LinkedHashSet<>();
        for (TrafficLight light : roads.lights()) {
            if (signals.contains(light.id())) {
                byRoad(light).forEach((road, links) -> {
                    upstream(road).forEach(one -> one.lanes().forEach(lane -> measured.add(lane.id())));
                    links.forEach(link -> measured.add(link.fromLane()));
                    links.forEach(link -> measured.addAll(link.path().lanes()));
                });
            }
        }
        return List.copyOf(measured);
    }

    private Map<String, List<Link>> byRoad(TrafficLight light) {
        Map<String, List<Link>> byRoad = new LinkedHashMap<>();
        for (Link link : light.links()) {
            Lane from = lanes.get(link.fromLane());
            if (from != null && lanes.containsKey(link.toLane())) {
                byRoad.computeIfAbsent(from.road(), road -> new ArrayList<>()).add(link);
            }
        }
        return byRoad;
    }

    private SignalMeasures measure(TrafficLight light) {
        Map<String, List<Link>> byRoad = byRoad(light);
        List<Approach> approaches = new ArrayList<>();
        byRoad.forEach((road, links) -> approaches.add(approach(road, links)));
        return new SignalMeasures(
                light.id(), sum(approaches.stream().map(Approach::delay).toList()), approaches);
    }

    private Approach approach(String road, List<Link> links) {
        double vehicles = links.stream().mapToDouble(this::vehicles).sum();
        List<Lane> upstream =
                upstream(road).stream().flatMap(one -> one.lanes().stream()).toList();
        Map<String, List<ControlDelay>> byTarget = new LinkedHashMap<>();
        for (Link link : links) {
            double share = vehicles > 0 ? vehicles(link) / vehicles : 1.0 / links.size();
            ToDoubleFunction<ToDoubleFunction<LaneTotals>> part =
                    of -> part(link, links, of) + share * sum(upstream.stream().map(Lane::id), of);
            byTarget.computeIfAbsent(target(link), to -> new ArrayList<>()).add(delay(vehicles(link), part));
        }
        List<Movement> movements = new ArrayList<>();
        byTarget.forEach((to, delays) -> movements.add(new Movement(to, sum(delays))));
        // other lanes of the road, as a turn without signal, are no part of what the signal delays
        List<String> all = Stream.of(
                        upstream.stream().map(Lane::id),
                        links.stream().map(Link::fromLane).distinct(),
                        links.stream().flatMap(link -> link.path().lanes().stream()))
                .flatMap(lanesOf -> lanesOf)
                .toList();
        return new Approach(road, delay(vehicles, of -> sum(all.stream(), of)), movements);
    }

    private static ControlDelay delay(double vehicles, ToDoubleFunction<ToDoubleFunction<LaneTotals>> sums) {
        return new ControlDelay(
                vehicles, sums.applyAsDouble(LaneTotals::timeLossSeconds), sums.applyAsDouble(LaneTotals::halts));
    }

    private double sum(Stream<String> ids, ToDoubleFunction<LaneTotals> of) {
        return ids.mapToDouble(lane -> of.applyAsDouble(totals(lane))).sum();
    }

    private String target(Link link) {
        Lane to = lanes.get(link.toLane());
        return to == null ? link.toLane() : to.road();
    }

    /** What the vehicles of a movement have of a total, on its lane before the stop line and on the junction. */
    private double part(Link link, List<Link> ofApproach, ToDoubleFunction<LaneTotals> of) {
        List<Link> sameLane = ofApproach.stream()
                .filter(other -> other.fromLane().equals(link.fromLane()))
                .toList();
        double together = sameLane.stream().mapToDouble(this::vehicles).sum();
        double share = together > 0 ? vehicles(link) / together : 1.0 / sameLane.size();
        return share * of.applyAsDouble(totals(link.fromLane())) + sum(link.path().lanes().stream(), of);
    }

    /**
     * Vehicles that passed the stop line; where the lanes inside the junction are not known, those of the whole lane.
     */
    private double vehicles(Link link) {
        List<String> inside = link.path().lanes();
        return totals(inside.isEmpty() ? link.fromLane() : inside.get(0)).left();
    }

    private LaneTotals totals(String lane) {
        return totals.getOrDefault(lane, LaneTotals.UNUSED);
    }

    /** Roads before an approach as long as all traffic of one comes onto the next, with no signal between them. */
    private List<Road> upstream(String approach) {
        List<Road> found = new ArrayList<>();
        Set<String> passed = new HashSet<>(Set.of(approach));
        Road road = roadById.get(approach);
        while (road != null) {
            Road only = predecessor(road);
            boolean continues = only != null && !controlled.contains(only.id()) && passed.add(only.id());
            if (continues) {
                found.add(only);
            }
            road = continues ? only : null;
        }
        return found;
    }

    /** The only road that leads onto a road and onto no other; turning round does not count. */
    private @Nullable Road predecessor(Road road) {
        List<Road> before = entering.getOrDefault(road.from(), List.of()).stream()
                .filter(other -> !other.from().equals(road.to()))
                .toList();
        if (before.size() != 1) {
            return null;
        }
        String origin = before.get(0).from();
        long onward = leaving.getOrDefault(road.from(), List.of()).stream()
                .filter(other -> !other.to().equals(origin))
                .count();
        return onward == 1 ? before.get(0) : null;
    }

    private static ControlDelay sum(Collection<ControlDelay> delays) {
        double vehicles = delays.stream().mapToDouble(ControlDelay::vehicles).sum();
        double lost = delays.stream().mapToDouble(ControlDelay::lostSeconds).sum();
        double halts = delays.stream().mapToDouble(ControlDelay::halts).sum();
        return new ControlDelay(vehicles, lost, halts);
    }
}
