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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Control delay of signals from the totals of lanes. Counted is all time lost between the last branch or signal
 * upstream and the end of the junction. A lane's loss is divided among its movements by their vehicles, that of the
 * roads further upstream among all movements of the approach.
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

    private SignalMeasures measure(TrafficLight light) {
        Map<String, List<Link>> byRoad = new LinkedHashMap<>();
        for (Link link : light.links()) {
            Lane from = lanes.get(link.fromLane());
            if (from != null && lanes.containsKey(link.toLane())) {
                byRoad.computeIfAbsent(from.road(), road -> new ArrayList<>()).add(link);
            }
        }
        List<Approach> approaches = new ArrayList<>();
        byRoad.forEach((road, links) -> approaches.add(approach(road, links)));
        return new SignalMeasures(
                light.id(), sum(approaches.stream().map(Approach::delay).toList()), approaches);
    }

    private Approach approach(String road, List<Link> links) {
        double vehicles = links.stream().mapToDouble(this::vehicles).sum();
        double upstream = upstream(road).stream().mapToDouble(this::lost).sum();
        Map<String, List<ControlDelay>> byTarget = new LinkedHashMap<>();
        for (Link link : links) {
            double share = vehicles > 0 ? vehicles(link) / vehicles : 1.0 / links.size();
            byTarget.computeIfAbsent(target(link), to -> new ArrayList<>())
                    .add(new ControlDelay(vehicles(link), lost(link, links) + share * upstream));
        }
        List<Movement> movements = new ArrayList<>();
        byTarget.forEach((to, delays) -> movements.add(new Movement(to, sum(delays))));
        double inside = links.stream().mapToDouble(this::lostInside).sum();
        // other lanes of the road, as a turn without signal, are no part of what the signal delays
        double before = links.stream()
                .map(Link::fromLane)
                .distinct()
                .mapToDouble(lane -> totals(lane).timeLossSeconds())
                .sum();
        return new Approach(road, new ControlDelay(vehicles, upstream + before + inside), movements);
    }

    private String target(Link link) {
        Lane to = lanes.get(link.toLane());
        return to == null ? link.toLane() : to.road();
    }

    /** What the vehicles of a movement lose on its lane before the stop line and on the junction. */
    private double lost(Link link, List<Link> ofApproach) {
        List<Link> sameLane = ofApproach.stream()
                .filter(other -> other.fromLane().equals(link.fromLane()))
                .toList();
        double together = sameLane.stream().mapToDouble(this::vehicles).sum();
        double share = together > 0 ? vehicles(link) / together : 1.0 / sameLane.size();
        return share * totals(link.fromLane()).timeLossSeconds() + lostInside(link);
    }

    private double lostInside(Link link) {
        return link.path().lanes().stream()
                .mapToDouble(lane -> totals(lane).timeLossSeconds())
                .sum();
    }

    /**
     * Vehicles that passed the stop line; where the lanes inside the junction are not known, those of the whole lane.
     */
    private double vehicles(Link link) {
        List<String> inside = link.path().lanes();
        return totals(inside.isEmpty() ? link.fromLane() : inside.get(0)).left();
    }

    private double lost(Road road) {
        return road.lanes().stream()
                .mapToDouble(lane -> totals(lane.id()).timeLossSeconds())
                .sum();
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
        return new ControlDelay(vehicles, lost);
    }
}
