package io.clearway.scenario.onboarding;

import io.clearway.scenario.onboarding.OnboardingReport.Approach;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.importing.DemandCount;
import io.clearway.simulation.importing.DemandCount.Turn;
import io.clearway.simulation.importing.ImportedTraffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the demand on each road before a signal with its capacity under the network's own program. */
final class LoadAudit {
    /** Vehicles per hour of green and lane, the common value of handbooks such as the HCM's 1,900 less some trucks. */
    static final double SATURATION_FLOW = 1800;

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double QUARTER_SECONDS = 900;

    private final ImportedTraffic traffic;
    private final Map<String, Lane> lanes;
    private final Map<String, List<Turn>> turnsFrom;

    /** @param lanes of all roads outside of junctions, by id */
    LoadAudit(ImportedTraffic traffic, Map<String, Lane> lanes) {
        this.traffic = traffic;
        this.lanes = lanes;
        this.turnsFrom = traffic.demand().turns().stream().collect(Collectors.groupingBy(Turn::fromRoad));
    }

    /** The roads before all signals, the most loaded first. */
    List<Approach> approaches(List<TrafficLight> lights) {
        List<Approach> approaches = new ArrayList<>();
        for (TrafficLight light : lights) {
            Map<String, List<Link>> byRoad = new LinkedHashMap<>();
            light.links().stream()
                    .filter(link -> lanes.containsKey(link.fromLane()))
                    .forEach(link -> byRoad.computeIfAbsent(road(link.fromLane()), road -> new ArrayList<>())
                            .add(link));
            byRoad.forEach((road, links) -> approaches.add(approach(light, road, links)));
        }
        approaches.sort(Comparator.comparingDouble(Approach::load).reversed());
        return approaches;
    }

    private Approach approach(TrafficLight light, String road, List<Link> links) {
        ProgramAudit program = new ProgramAudit(light.programs().get(0), Integer.MAX_VALUE);
        Map<String, List<Integer>> byLane = new LinkedHashMap<>();
        links.forEach(link -> byLane.computeIfAbsent(link.fromLane(), lane -> new ArrayList<>())
                .add(link.index()));
        double green = byLane.values().stream().mapToDouble(program::greenShare).sum();
        Set<String> targets = links.stream().map(link -> road(link.toLane())).collect(Collectors.toSet());
        List<Turn> turns = turnsFrom.getOrDefault(road, List.of()).stream()
                .filter(turn -> targets.contains(turn.toRoad()))
                .toList();
        double hours = seconds() / SECONDS_PER_HOUR;
        return new Approach(
                light.id(),
                road,
                byLane.size(),
                green / byLane.size(),
                green * SATURATION_FLOW,
                traffic.run().scale() * turns.stream().mapToInt(Turn::total).sum() / hours,
                traffic.run().scale() * busiest(turns));
    }

    /** Vehicles per hour in the busiest quarter of an hour; the last one may be shorter by less than a stretch. */
    private double busiest(List<Turn> turns) {
        int stretches = (int) Math.ceil(seconds() / DemandCount.STRETCH_SECONDS);
        int quarter = Math.min(stretches, (int) (QUARTER_SECONDS / DemandCount.STRETCH_SECONDS));
        double most = 0;
        for (int first = 0; first <= stretches - quarter; first++) {
            int from = first;
            int vehicles = turns.stream()
                    .flatMap(turn -> turn.vehicles().subList(from, from + quarter).stream())
                    .mapToInt(Integer::intValue)
                    .sum();
            double until = Math.min(seconds(), (from + quarter) * DemandCount.STRETCH_SECONDS);
            most = Math.max(most, vehicles / (until - from * DemandCount.STRETCH_SECONDS));
        }
        return most * SECONDS_PER_HOUR;
    }

    private double seconds() {
        return traffic.endSeconds() - traffic.beginSeconds();
    }

    private String road(String lane) {
        Lane known = lanes.get(lane);
        return known == null ? lane : known.road();
    }
}
