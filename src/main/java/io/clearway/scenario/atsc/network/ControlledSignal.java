package io.clearway.scenario.atsc.network;

import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One signal with the lanes around it.
 *
 * @param id in the network
 * @param phases that its agent chooses from
 * @param lanes before and behind it
 * @param links its movements, in the order of the signal indices
 * @param conflicts between them
 * @param program that the network runs by default
 */
public record ControlledSignal(
        String id,
        List<Phase> phases,
        SignalLanes lanes,
        List<Link> links,
        ConflictMatrix conflicts,
        SignalProgram program) {
    public ControlledSignal {
        phases = List.copyOf(phases);
        links = List.copyOf(links);
    }

    /** Lanes before its stop lines. */
    public List<RoadNetwork.Lane> incoming() {
        return lanes.incoming();
    }

    /** Lanes behind it. */
    public List<RoadNetwork.Lane> outgoing() {
        return lanes.outgoing();
    }

    /**
     * A movement.
     *
     * @param index signal index
     * @param from place in {@link SignalLanes#incoming}
     * @param to place in {@link SignalLanes#outgoing}
     */
    public record Link(int index, int from, int to) {}

    /**
     * The signal of a definition in its network.
     *
     * @param lanes all lanes of roads by id; movements from elsewhere, as those of pedestrians over a crossing, are no
     *     part of its links
     * @param entries ids of the roads on which vehicles come into the network
     */
    static ControlledSignal of(
            SignalAgents.Signal signal,
            RoadNetwork.TrafficLight light,
            Map<String, RoadNetwork.Lane> lanes,
            Set<String> entries) {
        SignalProgram program = SignalProgram.of(light.programs().get(0));
        requireLengths(signal, light);
        List<RoadNetwork.Lane> incoming = new ArrayList<>();
        List<RoadNetwork.Lane> outgoing = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<RoadNetwork.Link> driven = light.links().stream()
                .filter(link -> lanes.containsKey(link.fromLane()))
                .toList();
        if (driven.isEmpty()) {
            throw new IllegalArgumentException(
                    "The network has no lane for vehicles that traffic light '%s' controls".formatted(light.id()));
        }
        for (RoadNetwork.Link link : driven) {
            links.add(new Link(
                    link.index(),
                    place(lane(link.fromLane(), lanes), incoming),
                    place(lane(link.toLane(), lanes), outgoing)));
        }
        SignalLanes around = new SignalLanes(
                incoming,
                outgoing,
                upstream(signal, incoming, lanes),
                shares(signal, incoming),
                IntStream.range(0, incoming.size())
                        .filter(lane -> entries.contains(incoming.get(lane).road()))
                        .boxed()
                        .collect(Collectors.toSet()));
        ConflictMatrix conflicts = ConflictMatrix.of(light);
        List<Phase> phases =
                signal.phases().stream().map(conflicts::withoutConflicts).toList();
        return new ControlledSignal(signal.id(), phases, around, links, conflicts, program);
    }

    private static List<List<RoadNetwork.Lane>> upstream(
            SignalAgents.Signal signal, List<RoadNetwork.Lane> incoming, Map<String, RoadNetwork.Lane> lanes) {
        List<String> ids = incoming.stream().map(RoadNetwork.Lane::id).toList();
        for (String extended : signal.upstream().keySet()) {
            if (!ids.contains(extended)) {
                throw new IllegalArgumentException("Signal '%s' extends lane '%s' upstream, which it does not control"
                        .formatted(signal.id(), extended));
            }
        }
        return ids.stream()
                .map(id -> signal.upstream().getOrDefault(id, List.of()).stream()
                        .map(further -> lane(further, lanes))
                        .toList())
                .toList();
    }

    /** As given; else equal among the incoming lanes that a lane extends. */
    private static List<List<Double>> shares(SignalAgents.Signal signal, List<RoadNetwork.Lane> incoming) {
        return incoming.stream()
                .map(lane -> signal.shares().getOrDefault(lane.id(), equalShares(signal, lane.id())))
                .toList();
    }

    private static List<Double> equalShares(SignalAgents.Signal signal, String lane) {
        return signal.upstream().getOrDefault(lane, List.of()).stream()
                .map(further -> 1.0
                        / signal.upstream().values().stream()
                                .filter(extending -> extending.contains(further))
                                .count())
                .toList();
    }

    /** Index of the phase that a state shows; empty when it shows none of them, such as in a transition. */
    public OptionalInt find(String state) {
        return IntStream.range(0, phases.size())
                .filter(phase -> phases.get(phase).state().equals(state))
                .findFirst();
    }

    /** Whether a phase gives green to a movement from an incoming lane, both by place. */
    public boolean serves(int phase, int lane) {
        Phase state = phases.get(phase);
        return links.stream().anyMatch(link -> link.from() == lane && state.isGreen(link.index()));
    }

    private static void requireLengths(SignalAgents.Signal signal, RoadNetwork.TrafficLight light) {
        int length = light.programs().get(0).phases().get(0).state().length();
        for (Phase phase : signal.phases()) {
            if (phase.size() != length) {
                throw new IllegalArgumentException(
                        "Phase '%s' of signal '%s' has %d characters; the signal has %d in the network"
                                .formatted(phase.state(), signal.id(), phase.size(), length));
            }
        }
    }

    private static RoadNetwork.Lane lane(String id, Map<String, RoadNetwork.Lane> lanes) {
        RoadNetwork.Lane lane = lanes.get(id);
        if (lane == null) {
            throw new IllegalArgumentException(
                    "The network has no lane '%s', though a signal controls or counts it".formatted(id));
        }
        return lane;
    }

    private static int place(RoadNetwork.Lane lane, List<RoadNetwork.Lane> lanes) {
        if (!lanes.contains(lane)) {
            lanes.add(lane);
        }
        return lanes.indexOf(lane);
    }
}
