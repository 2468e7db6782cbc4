package io.clearway.scenario.atsc.network;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.signal.Phase;
import io.clearway.simulation.RoadNetwork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a signal-control problem can be read from a network alone: its signals, their phases, which is next to which.
 */
public final class NetworkSurvey {
    private final RoadNetwork roads;
    private final Map<String, RoadNetwork.Road> roadById;
    private final Map<String, List<RoadNetwork.Road>> leaving;
    private final Map<String, RoadNetwork.Lane> lanes;
    private final Map<String, String> lightOfRoad = new HashMap<>();

    public NetworkSurvey(RoadNetwork roads) {
        this.roads = roads;
        List<RoadNetwork.Road> streets =
                roads.roads().stream().filter(road -> !road.internal()).toList();
        roadById = streets.stream().collect(Collectors.toMap(RoadNetwork.Road::id, road -> road));
        leaving = streets.stream().collect(Collectors.groupingBy(RoadNetwork.Road::from));
        lanes = roads.lanesById();
        for (RoadNetwork.TrafficLight light : roads.lights()) {
            for (RoadNetwork.Link link : light.links()) {
                RoadNetwork.Lane lane = lanes.get(link.fromLane());
                if (lane != null) {
                    lightOfRoad.putIfAbsent(lane.road(), light.id());
                }
            }
        }
    }

    /** A definition with all signals of the network as agents, those that follow each other as neighbors. */
    public AtscDefinition complete(AtscDefinition draft) {
        List<SignalAgents.Signal> signals = signals();
        return draft.with(new SignalAgents(signals, neighbors(signals)));
    }

    /** Signals that have something to choose or at least to show: those with a phase, in the order of the network. */
    public List<SignalAgents.Signal> signals() {
        return roads.lights().stream()
                .filter(light -> !light.links().isEmpty())
                .map(light -> new SignalAgents.Signal(light.id(), phases(light)))
                .filter(signal -> !signal.phases().isEmpty())
                .toList();
    }

    /** The states of the light's programs that give green and hold no yellow, each once, in their order. */
    public static List<Phase> phases(RoadNetwork.TrafficLight light) {
        Set<String> states = new LinkedHashSet<>();
        light.programs().stream()
                .flatMap(program -> program.phases().stream())
                .map(RoadNetwork.ProgramPhase::state)
                .filter(Phase::isStage)
                .forEach(states::add);
        return states.stream().map(Phase::new).toList();
    }

    /** Pairs of these signals with a route from one to the other that passes no further signal. */
    public List<AgentGraph.Link> neighbors(List<SignalAgents.Signal> signals) {
        Set<String> known = signals.stream().map(SignalAgents.Signal::id).collect(Collectors.toSet());
        return roads.lights().stream()
                .filter(light -> known.contains(light.id()))
                .flatMap(light -> followers(light).stream()
                        .filter(known::contains)
                        .map(follower -> new AgentGraph.Link(light.id(), follower)))
                .toList();
    }

    private Set<String> followers(RoadNetwork.TrafficLight light) {
        Deque<String> open = light.links().stream()
                .map(link -> lanes.get(link.toLane()))
                .filter(lane -> lane != null)
                .map(RoadNetwork.Lane::road)
                .distinct()
                .collect(Collectors.toCollection(ArrayDeque::new));
        Set<String> seen = new HashSet<>(open);
        Set<String> found = new TreeSet<>();
        while (!open.isEmpty()) {
            String road = open.remove();
            String next = lightOfRoad.get(road);
            if (next != null) {
                found.add(next);
                continue;
            }
            RoadNetwork.Road street = roadById.get(road);
            if (street != null) {
                leaving.getOrDefault(street.to(), List.of()).stream()
                        .filter(after -> !after.to().equals(street.from()))
                        .map(RoadNetwork.Road::id)
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        found.remove(light.id());
        return found;
    }
}
