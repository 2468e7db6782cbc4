package io.clearway.events.recording;

import io.clearway.events.DetectorKind;
import io.clearway.events.EventLogWriter;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.events.SignalSite.Detector;
import io.clearway.events.SignalSite.PedestrianDetector;
import io.clearway.events.SignalSite.Phase;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.passages.CrossingPlace;
import io.clearway.simulation.passages.LanePlace;
import io.clearway.simulation.passages.WatchedPlaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Describes the signals of a network as logs do. A phase is what the stages tell apart: the movements from one approach
 * that have green in the same stages. Each lane before a stop line has three detectors, as agencies place them: one far
 * ahead, a zone before the stop line, and one that counts at it.
 */
public final class SignalSites {
    /** Agencies place them 90 to 150 m ahead, where braking for the signal begins. */
    static final double ADVANCE_METERS = 100;

    /** Zones of video and radar detectors are 12 to 20 m long, two or three cars. */
    static final double PRESENCE_METERS = 15;

    /** Nearer to the stop line than any vehicle stops. */
    static final double COUNT_METERS = 0.5;

    /** A detector lies at least this part of a short lane behind the lane's beginning. */
    private static final double FREE_PART = 0.1;

    private final Map<String, Lane> lanes;
    private final Map<String, List<String>> exits;

    /** @param roads the network that the signals are in */
    public SignalSites(RoadNetwork roads) {
        this.lanes = roads.lanesById();
        this.exits = roads.lights().stream()
                .flatMap(light -> light.links().stream())
                .collect(Collectors.groupingBy(
                        Link::fromLane,
                        // lanes further inside a junction may be those of several movements
                        Collectors.flatMapping(
                                link -> link.path().lanes().stream().limit(1), Collectors.toList())));
    }

    /** Where the detectors of signals lie, signal by signal and detector by detector. */
    public WatchedPlaces places(List<SignalSite> signals) {
        return new WatchedPlaces(
                lanePlaces(signals),
                signals.stream()
                        .flatMap(signal -> signal.pedestrianDetectors().stream())
                        .map(detector -> new CrossingPlace(detector.crossing(), detector.sidewalk()))
                        .toList());
    }

    private List<LanePlace> lanePlaces(List<SignalSite> signals) {
        return signals.stream()
                .flatMap(signal -> signal.detectors().stream())
                .map(detector -> {
                    Lane lane = Objects.requireNonNull(lanes.get(detector.lane().id()));
                    return new LanePlace(
                            lane.id(),
                            lane.lengthMeters() - detector.reach().distanceMeters(),
                            lane.lengthMeters(),
                            exits.getOrDefault(lane.id(), List.of()));
                })
                .toList();
    }

    /**
     * A signal.
     *
     * @param place among the signals of the log
     * @param stages states that the signal stays in
     */
    public SignalSite describe(int place, TrafficLight light, List<String> stages) {
        List<Phase> phases = phases(light, stages);
        return new SignalSite(
                light.id(),
                EventLogWriter.file(place),
                phases,
                detectors(light, phases),
                pedestrianDetectors(light, phases));
    }

    private static List<PedestrianDetector> pedestrianDetectors(TrafficLight light, List<Phase> phases) {
        List<PedestrianDetector> detectors = new ArrayList<>();
        for (Link link : light.links()) {
            if (link.path().crossing()) {
                detectors.add(new PedestrianDetector(
                        detectors.size() + 1, phase(link, phases), link.toLane(), link.fromLane()));
            }
        }
        return detectors;
    }

    private List<Phase> phases(TrafficLight light, List<String> stages) {
        Map<String, List<Link>> groups = new LinkedHashMap<>();
        light.links().stream()
                .sorted(Comparator.comparingInt(Link::index))
                .forEach(link -> groups.computeIfAbsent(
                                approach(link) + " " + link.path().crossing() + " " + greens(link, stages),
                                key -> new ArrayList<>())
                        .add(link));
        List<Phase> phases = new ArrayList<>();
        for (List<Link> group : groups.values()) {
            Link first = group.get(0);
            phases.add(new Phase(
                    phases.size() + 1,
                    approach(first),
                    movements(group),
                    group.stream().map(Link::index).distinct().toList(),
                    greens(first, stages),
                    first.path().crossing()));
        }
        return phases;
    }

    private String approach(Link link) {
        Lane lane = lanes.get(link.fromLane());
        return lane == null ? link.fromLane() : lane.road();
    }

    private static List<Integer> greens(Link link, List<String> stages) {
        return IntStream.range(0, stages.size())
                .filter(stage -> link.index() < stages.get(stage).length()
                        && Display.of(stages.get(stage).charAt(link.index())) == Display.GREEN)
                .boxed()
                .toList();
    }

    private static String movements(List<Link> links) {
        Set<String> directions = new LinkedHashSet<>();
        links.forEach(link -> directions.add(String.valueOf(link.direction())));
        return directions.stream().sorted().collect(Collectors.joining());
    }

    private List<Detector> detectors(TrafficLight light, List<Phase> phases) {
        Map<String, List<Link>> byLane = new TreeMap<>();
        for (Link link : light.links()) {
            if (lanes.containsKey(link.fromLane()) && !link.path().crossing()) {
                byLane.computeIfAbsent(link.fromLane(), lane -> new ArrayList<>())
                        .add(link);
            }
        }
        List<Detector> detectors = new ArrayList<>();
        byLane.forEach((id, links) -> {
            Lane lane = Objects.requireNonNull(lanes.get(id), id);
            int phase = mainPhase(links, phases);
            boolean shared = links.stream()
                    .anyMatch(link -> !phases.get(phase - 1).links().contains(link.index()));
            SignalSite.Lane described = new SignalSite.Lane(id, movements(links), shared);
            for (DetectorKind kind : DetectorKind.values()) {
                detectors.add(new Detector(detectors.size() + 1, phase, kind, described, reach(kind, lane)));
            }
        });
        return detectors;
    }

    /** The phase of a lane that several use: that of the movement straight on, else the one with the lowest number. */
    private static int mainPhase(List<Link> links, List<Phase> phases) {
        Link main = links.stream()
                .min(Comparator.comparing((Link link) -> link.direction() != 's')
                        .thenComparingInt(Link::index))
                .orElseThrow();
        return phase(main, phases);
    }

    private static int phase(Link link, List<Phase> phases) {
        return phases.stream()
                .filter(phase -> phase.links().contains(link.index()))
                .mapToInt(Phase::number)
                .findFirst()
                .orElseThrow();
    }

    private static SignalSite.Reach reach(DetectorKind kind, Lane lane) {
        double wanted = switch (kind) {
            case ADVANCE -> ADVANCE_METERS;
            case PRESENCE -> PRESENCE_METERS;
            case COUNT -> COUNT_METERS;
        };
        double distance = Math.min(wanted, (1 - FREE_PART) * lane.lengthMeters());
        double seconds = distance / lane.speedLimitMetersPerSecond();
        return new SignalSite.Reach(
                distance,
                kind == DetectorKind.PRESENCE ? distance : 0,
                Math.round(seconds * SignalEvent.TENTHS_PER_SECOND));
    }
}
