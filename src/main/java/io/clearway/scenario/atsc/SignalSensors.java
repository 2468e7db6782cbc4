package io.clearway.scenario.atsc;

import io.clearway.network.JointObservation;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.Watch;
import java.util.List;
import java.util.stream.Stream;

/** Turns what a simulation reports into what agents and rules see; the same in training and at a live network. */
public final class SignalSensors {
    private final List<ControlledSignal> signals;
    private final ObservationView view;
    private final Watch watch;
    private final Watch recordingWatch;
    private final int[][] incoming;
    private final int[][] detectors;
    private final int[][] outgoing;
    private final int[][][] upstream;

    SignalSensors(SignalNetwork network, ObservationView view) {
        this.signals = network.signals();
        this.view = view;
        List<String> detected = network.incomingLanes();
        Stream<RoadNetwork.Lane> around = signals.stream()
                .flatMap(signal -> Stream.concat(
                        signal.outgoing().stream(), signal.upstream().stream().flatMap(List::stream)));
        List<String> lanes = Stream.concat(detected.stream(), around.map(RoadNetwork.Lane::id))
                .distinct()
                .toList();
        List<String> lights = signals.stream().map(ControlledSignal::id).toList();
        List<RoadNetwork.Road> roads = network.compiled().roads().roads();
        this.watch = new Watch(detected, lanes, lanes(roads.stream().filter(road -> !road.internal())), lights);
        this.recordingWatch = new Watch(detected, lanes, lanes(roads.stream()), lights);
        this.incoming = places(lanes, true);
        this.detectors = places(detected, true);
        this.outgoing = places(lanes, false);
        this.upstream = signals.stream()
                .map(signal -> signal.upstream().stream()
                        .map(further -> ids(further).mapToInt(lanes::indexOf).toArray())
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    /** What has to be read: detectors and lanes of the signals, waiting time on all roads, the shown states. */
    public Watch watch() {
        return watch;
    }

    /** The same with the waiting time inside junctions too, which costs half of the reading again. */
    Watch recordingWatch() {
        return recordingWatch;
    }

    /** The signals in the order of the agents. */
    public List<ControlledSignal> signals() {
        return signals;
    }

    /**
     * What all agents see.
     *
     * @param readings of {@link #watch}
     * @param shown which phases the signals hold
     * @param legal [agents][phases] which may follow
     */
    public JointObservation observe(Readings readings, ShownPhases shown, boolean[][] legal) {
        float[][] local = new float[signals.size()][];
        double[][] raw = new double[signals.size()][];
        for (int agent = 0; agent < local.length; agent++) {
            SignalReadings own = read(agent, readings, shown);
            raw[agent] = own.values();
            local[agent] = view.of(own);
        }
        return new JointObservation(local, legal, raw);
    }

    /** Vehicles on the incoming lanes of a signal, each lane once. */
    int vehiclesOnIncoming(int agent, Readings readings) {
        int vehicles = 0;
        for (int lane : incoming[agent]) {
            vehicles += readings.vehiclesOnLane(lane);
        }
        return vehicles;
    }

    /** Halting vehicles before the stop line of an incoming lane. */
    int halting(int agent, int lane, Measures.Stretch stretch, Readings readings) {
        return switch (stretch) {
            case DETECTOR -> readings.haltingOnDetector(detectors[agent][lane]);
            case LANE -> readings.haltingOnLane(incoming[agent][lane]);
            case LANE_AND_UPSTREAM -> {
                int halting = readings.haltingOnLane(incoming[agent][lane]);
                for (int further : upstream[agent][lane]) {
                    halting += readings.haltingOnLane(further);
                }
                yield halting;
            }
        };
    }

    private SignalReadings read(int agent, Readings readings, ShownPhases shown) {
        SignalReadings own = SignalReadings.empty(signals.get(agent));
        own.setState(readings.seconds(), shown.phase(agent), shown.heldSeconds(agent));
        for (int lane = 0; lane < incoming[agent].length; lane++) {
            int place = incoming[agent][lane];
            int detector = detectors[agent][lane];
            own.setLane(lane, readings.vehiclesOnLane(place), readings.haltingOnLane(place));
            own.setDetector(lane, readings.vehiclesOnDetector(detector), readings.haltingOnDetector(detector));
            int further = 0;
            for (int extension : upstream[agent][lane]) {
                further += readings.vehiclesOnLane(extension);
            }
            own.setUpstream(lane, further);
        }
        for (int lane = 0; lane < outgoing[agent].length; lane++) {
            own.setDownstream(lane, readings.vehiclesOnLane(outgoing[agent][lane]));
        }
        return own;
    }

    private int[][] places(List<String> all, boolean in) {
        return signals.stream()
                .map(signal -> ids(in ? signal.incoming() : signal.outgoing())
                        .mapToInt(all::indexOf)
                        .toArray())
                .toArray(int[][]::new);
    }

    private static List<String> lanes(Stream<RoadNetwork.Road> roads) {
        return roads.flatMap(road -> ids(road.lanes())).toList();
    }

    private static Stream<String> ids(List<RoadNetwork.Lane> lanes) {
        return lanes.stream().map(RoadNetwork.Lane::id);
    }
}
