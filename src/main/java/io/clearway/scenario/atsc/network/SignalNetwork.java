package io.clearway.scenario.atsc.network;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LaneAreaDetector;
import io.clearway.simulation.RoadNetwork;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A definition in its network: the signals with their lanes.
 *
 * @param compiled the network
 * @param graph who is connected to whom
 * @param signals in the order of the agents
 */
public record SignalNetwork(CompiledNetwork compiled, AgentGraph graph, List<ControlledSignal> signals) {
    /** On a lane too short for the usual gap, a detector ends this part of the lane before the stop line. */
    private static final double SHORT_LANE_PARTS = 10;

    public SignalNetwork {
        signals = List.copyOf(signals);
    }

    /**
     * Finds the signals of a definition in its network.
     *
     * @throws IllegalArgumentException when the network lacks one of them
     */
    public static SignalNetwork of(AtscDefinition definition, AgentGraph graph, CompiledNetwork compiled) {
        Map<String, RoadNetwork.Lane> lanes = compiled.roads().roads().stream()
                .filter(road -> !road.internal())
                .flatMap(road -> road.lanes().stream())
                .collect(Collectors.toMap(RoadNetwork.Lane::id, lane -> lane));
        Map<String, RoadNetwork.TrafficLight> lights = compiled.roads().lights().stream()
                .collect(Collectors.toMap(RoadNetwork.TrafficLight::id, light -> light));
        Set<String> entries = compiled.roads().entries();
        List<ControlledSignal> signals = definition.signals().stream()
                .map(signal -> ControlledSignal.of(signal, find(signal.id(), lights), lanes, entries))
                .toList();
        return new SignalNetwork(compiled, graph, signals);
    }

    /**
     * Detectors at all stop lines, one per incoming lane and named like it; on very short lanes up to the stop line.
     */
    public List<LaneAreaDetector> detectors(DetectorSpec spec) {
        double gap = spec.detectorGapMeters();
        return signals.stream()
                .flatMap(signal -> signal.incoming().stream())
                .distinct()
                .map(lane -> new LaneAreaDetector(
                        lane.id(),
                        lane.id(),
                        spec.detectorMeters(),
                        lane.lengthMeters() < 2 * gap ? lane.lengthMeters() / SHORT_LANE_PARTS : gap))
                .toList();
    }

    /** Ids of all incoming lanes, each once. */
    public List<String> incomingLanes() {
        return incoming().stream().map(RoadNetwork.Lane::id).toList();
    }

    /** All incoming lanes, each once. */
    public List<RoadNetwork.Lane> incoming() {
        return signals.stream()
                .flatMap(signal -> signal.incoming().stream())
                .distinct()
                .toList();
    }

    private static RoadNetwork.TrafficLight find(String id, Map<String, RoadNetwork.TrafficLight> lights) {
        RoadNetwork.TrafficLight light = lights.get(id);
        if (light == null) {
            throw new IllegalArgumentException("The network has no traffic light '%s'".formatted(id));
        }
        return light;
    }
}
