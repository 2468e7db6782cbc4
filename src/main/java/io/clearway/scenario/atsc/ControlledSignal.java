package io.clearway.scenario.atsc;

import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One signal with the lanes around it.
 *
 * @param id in the network
 * @param phases that its agent chooses from
 * @param incoming lanes before its stop lines, each once, in the order of its links
 * @param outgoing lanes behind it, each once, in the order of its links
 * @param links its movements, in the order of the signal indices
 * @param conflicts between them
 * @param program that the network runs when nobody else does
 */
public record ControlledSignal(
        String id,
        List<Phase> phases,
        List<RoadNetwork.Lane> incoming,
        List<RoadNetwork.Lane> outgoing,
        List<Link> links,
        ConflictMatrix conflicts,
        SignalProgram program) {
    public ControlledSignal {
        phases = List.copyOf(phases);
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
        links = List.copyOf(links);
    }

    /**
     * A movement.
     *
     * @param index signal index
     * @param from place in {@link #incoming}
     * @param to place in {@link #outgoing}
     */
    public record Link(int index, int from, int to) {}

    /**
     * The signal of a definition in its network.
     *
     * @param lanes all lanes of roads by id; movements from elsewhere, as those of pedestrians over a crossing, are no
     *     part of {@link #links}
     */
    static ControlledSignal of(
            AtscDefinition.Signal signal, RoadNetwork.TrafficLight light, Map<String, RoadNetwork.Lane> lanes) {
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
        SignalProgram program = SignalProgram.of(light.programs().get(0));
        return new ControlledSignal(
                signal.id(), signal.phases(), incoming, outgoing, links, ConflictMatrix.of(light), program);
    }

    /** Index of the phase that a state shows; empty when it shows none of them, such as in a transition. */
    OptionalInt find(String state) {
        return IntStream.range(0, phases.size())
                .filter(phase -> phases.get(phase).state().equals(state))
                .findFirst();
    }

    private static RoadNetwork.Lane lane(String id, Map<String, RoadNetwork.Lane> lanes) {
        RoadNetwork.Lane lane = lanes.get(id);
        if (lane == null) {
            throw new IllegalArgumentException(
                    "The network has no lane '%s', though a signal controls it".formatted(id));
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
