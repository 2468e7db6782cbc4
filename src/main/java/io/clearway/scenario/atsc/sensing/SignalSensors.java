package io.clearway.scenario.atsc.sensing;

import io.clearway.network.JointObservation;
import io.clearway.network.Seeds;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.SensorKind;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.network.SignalNetwork;
import io.clearway.signal.StageTimes;
import io.clearway.simulation.InductionLoop;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Turns what a simulation reports into the observations of agents and rules; the same in training and at a live
 * network.
 */
public final class SignalSensors {
    private final List<ControlledSignal> signals;
    private final ObservationView view;
    private final SubscriptionSpec subscriptions;
    private final SubscriptionSpec recordingWatch;
    private final int[][] incoming;
    private final int[][] detectors;
    private final int[][] outgoing;
    private final int[][][] upstream;
    private final List<ApproachingLanes> approaching;
    private final List<RoadNetwork.Lane> stoppingLanes;
    private final AtscDefinition definition;
    private final AtscSettings settings;
    private final LaneSensors.Layout layout;
    private final Supplier<List<SignalTiming>> timings;
    private List<StageTimes> times = List.of();

    /**
     * @param view what learners observe of the readings
     * @param settings which sensors there are, and how reliable they are
     * @param timings that each signal keeps to, in the order of the agents; asked for when first needed
     */
    public SignalSensors(
            AtscDefinition definition,
            SignalNetwork network,
            ObservationView view,
            AtscSettings settings,
            Supplier<List<SignalTiming>> timings) {
        this.timings = timings;
        this.definition = definition;
        this.settings = settings;
        this.stoppingLanes = network.incoming();
        this.signals = network.signals();
        this.view = view;
        List<String> stopping = network.incomingLanes();
        List<String> detected = needsDetectors(settings, definition.detectors()) ? stopping : List.of();
        Stream<RoadNetwork.Lane> around = signals.stream()
                .flatMap(signal -> Stream.concat(
                        signal.outgoing().stream(),
                        signal.lanes().upstream().stream().flatMap(List::stream)));
        List<String> lanes = Stream.concat(stopping.stream(), around.map(RoadNetwork.Lane::id))
                .distinct()
                .toList();
        List<String> lights = signals.stream().map(ControlledSignal::id).toList();
        List<RoadNetwork.Road> roads = network.compiled().roads().roads();
        List<String> loops = loops(definition, network, settings).stream()
                .map(InductionLoop::id)
                .toList();
        this.subscriptions = new SubscriptionSpec(
                detected, lanes, lanes(roads.stream().filter(road -> !road.internal())), lights, List.of(), loops);
        this.recordingWatch = new SubscriptionSpec(detected, lanes, lanes(roads.stream()), lights, List.of(), loops);
        Map<String, Integer> placeOf = byId(lanes);
        Map<String, Integer> detectorOf = byId(detected);
        this.incoming = places(placeOf, true);
        this.detectors = places(detectorOf, true);
        this.outgoing = places(placeOf, false);
        this.upstream = upstream(placeOf);
        this.layout = layout(lanes.stream()
                .mapToInt(lane -> detectorOf.getOrDefault(lane, -1))
                .toArray());
        Set<String> entries = network.compiled().roads().entries();
        this.approaching = signals.stream()
                .map(signal -> new ApproachingLanes(signal, placeOf, entries))
                .toList();
    }

    /** Places in the read lanes of the lanes that extend each incoming one of each signal. */
    private int[][][] upstream(Map<String, Integer> placeOf) {
        return signals.stream()
                .map(signal -> signal.lanes().upstream().stream()
                        .map(further -> ids(further)
                                .mapToInt(lane -> placeOf.getOrDefault(lane, -1))
                                .toArray())
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    private LaneSensors.Layout layout(int[] detectorOf) {
        int[][] extensions = new int[detectorOf.length][0];
        double[][] shares = new double[detectorOf.length][0];
        for (int agent = 0; agent < signals.size(); agent++) {
            for (int lane = 0; lane < incoming[agent].length; lane++) {
                extensions[incoming[agent][lane]] = upstream[agent][lane];
                shares[incoming[agent][lane]] = signals.get(agent).lanes().shares().get(lane).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
            }
        }
        return new LaneSensors.Layout(detectorOf, extensions, shares);
    }

    /** Whether lane-area detectors are needed: 2,000 unused ones would slow a large network down. */
    public static boolean needsDetectors(AtscSettings settings, DetectorSpec detectors) {
        SensorKind kind = settings.sensing().sensors();
        return kind == SensorKind.ALL || kind == SensorKind.LANE_AREA || detectors.usesDetectors();
    }

    /** The induction loops that an episode needs. */
    public static List<InductionLoop> loops(AtscDefinition definition, SignalNetwork network, AtscSettings settings) {
        return settings.sensing().sensors() == SensorKind.INDUCTION_LOOP
                ? LoopSensors.loops(network.incoming(), definition.detectors().detectorMeters())
                : List.of();
    }

    /** What has to be read: detectors and lanes of the signals, waiting time on all roads, states of the lights. */
    public SubscriptionSpec subscriptions() {
        return subscriptions;
    }

    /** The same with the waiting time inside junctions too, which costs half of the reading again. */
    public SubscriptionSpec recordingWatch() {
        return recordingWatch;
    }

    /** The signals in the order of the agents. */
    public List<ControlledSignal> signals() {
        return signals;
    }

    /** How long the phases of each signal and the changes between them take, in the order of the agents. */
    public synchronized List<StageTimes> times() {
        if (times.isEmpty()) {
            times = timings.get().stream().map(StageTimes::new).toList();
        }
        return times;
    }

    /** Fresh sensors without simulated faults, as for a live network; of those that are stuck, nothing is believed. */
    public LaneSensors sound() {
        return diagnosed(exact());
    }

    private LaneSensors diagnosed(LaneSensors sensors) {
        List<StopLane> lanes = new ArrayList<>();
        for (int agent = 0; agent < signals.size(); agent++) {
            lanes.addAll(StopLane.of(
                    agent, signals.get(agent), times().get(agent).timing(), incoming[agent], outgoing[agent]));
        }
        // without a maximum red nobody is recalled: every sensor has to be believed
        return lanes.isEmpty() ? sensors : new DiagnosedSensors(sensors, lanes, signals.size());
    }

    private LaneSensors exact() {
        return switch (settings.sensing().sensors()) {
            case ALL -> LaneSensors.all(layout);
            case LANE_AREA -> LaneSensors.laneArea(layout);
            case WHOLE_LANE -> LaneSensors.wholeLane(layout);
            case WHOLE_APPROACH -> LaneSensors.wholeApproach(layout);
            case INDUCTION_LOOP ->
                LoopSensors.of(layout, stoppingLanes, definition.detectors().detectorMeters());
        };
    }

    /** Fresh sensors for a simulated episode, with the faults that its seed draws. */
    public LaneSensors fresh(long seed) {
        if (!settings.sensing().faulty()) {
            return sound();
        }
        return diagnosed(new FaultySensors(
                exact(),
                settings.sensing().sensorFailures(),
                settings.sensing().sensorNoise(),
                new Seeds(seed),
                new FaultySensors.Size(
                        subscriptions.lanes().size(), definition.timing().decisions())));
    }

    /**
     * The observation of all agents.
     *
     * @param field the episode's sensors
     * @param readings of {@link #subscriptions}
     * @param shown which phases the signals hold
     * @param mask which phases may follow
     */
    public JointObservation observe(LaneSensors field, Readings readings, CurrentPhases shown, LegalPhases mask) {
        LaneSensors.SensorValues values = field.read(readings);
        float[][] local = new float[signals.size()][];
        List<SignalReadings> all = new ArrayList<>();
        boolean[][] legal = new boolean[signals.size()][];
        for (int agent = 0; agent < local.length; agent++) {
            SignalReadings own = new SignalReadings(
                    signals.get(agent),
                    times().get(agent),
                    readings.seconds(),
                    shown.phase(agent),
                    shown.heldSeconds(agent),
                    approaches(agent, values),
                    downstream(agent, values.lanes()));
            all.add(own);
            local[agent] = view.of(own);
            legal[agent] = mask.of(agent, own);
        }
        return new SensedObservation(JointObservation.of(local, legal), all);
    }

    /** Which phases may follow at a signal by what its sensors report. */
    @FunctionalInterface
    public interface LegalPhases {
        /** [phases] of an agent. */
        boolean[] of(int agent, SignalReadings readings);
    }

    /** Places in the read lanes of the incoming lanes of each signal. */
    public int[][] incomingPlaces() {
        return Arrays.stream(incoming).map(int[]::clone).toArray(int[][]::new);
    }

    /** Vehicles on the incoming lanes of a signal, each lane once. */
    public int vehiclesOnIncoming(int agent, Readings readings) {
        int vehicles = 0;
        for (int lane : incoming[agent]) {
            vehicles += readings.vehiclesOnLane(lane);
        }
        return vehicles;
    }

    /** The same with those on the lanes that extend them upstream. */
    public int vehiclesApproaching(int agent, Readings readings) {
        return approaching.get(agent).vehicles(readings);
    }

    /** How full those of these lanes are on which vehicles come into the network, each from 0 to 1. */
    public double[] fullnessOfEntries(int agent, Readings readings) {
        return approaching.get(agent).fullnessOfEntries(readings);
    }

    /** Halting vehicles before the stop line of an incoming lane. */
    public int halting(int agent, int lane, DetectorSpec.Stretch stretch, Readings readings) {
        return switch (stretch) {
            case DETECTOR -> readings.haltingOnDetector(detectors[agent][lane]);
            case LANE -> readings.haltingOnLane(incoming[agent][lane]);
            case LANE_AND_UPSTREAM -> {
                int place = incoming[agent][lane];
                if (settings.sensing().sensors() == SensorKind.WHOLE_APPROACH) {
                    yield layout.halting(place, readings);
                }
                int halting = readings.haltingOnLane(place);
                for (int further : upstream[agent][lane]) {
                    halting += readings.haltingOnLane(further);
                }
                yield halting;
            }
        };
    }

    private List<SignalReadings.Approach> approaches(int agent, LaneSensors.SensorValues values) {
        boolean whole = settings.sensing().sensors() == SensorKind.WHOLE_APPROACH;
        List<SignalReadings.Approach> approaches = new ArrayList<>();
        for (int lane = 0; lane < incoming[agent].length; lane++) {
            int place = incoming[agent][lane];
            int further = 0;
            for (int extension : upstream[agent][lane]) {
                further += whole ? 0 : values.lanes().vehicles(extension);
            }
            approaches.add(new SignalReadings.Approach(
                    values.lanes().vehicles(place),
                    values.lanes().halting(place),
                    values.detectors().vehicles(place),
                    values.detectors().halting(place),
                    further,
                    whole ? signals.get(agent).lanes().upstreamMeters(lane) : 0,
                    values.lanes().isSuspect(place)));
        }
        return approaches;
    }

    private List<Integer> downstream(int agent, LaneCounts lanes) {
        return Arrays.stream(outgoing[agent]).mapToObj(lanes::vehicles).toList();
    }

    private int[][] places(Map<String, Integer> all, boolean in) {
        return signals.stream()
                .map(signal -> ids(in ? signal.incoming() : signal.outgoing())
                        .mapToInt(lane -> all.getOrDefault(lane, -1))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static Map<String, Integer> byId(List<String> ids) {
        Map<String, Integer> places = new HashMap<>();
        for (String id : ids) {
            places.put(id, places.size());
        }
        return places;
    }

    private static List<String> lanes(Stream<RoadNetwork.Road> roads) {
        return roads.flatMap(road -> ids(road.lanes())).toList();
    }

    private static Stream<String> ids(List<RoadNetwork.Lane> lanes) {
        return lanes.stream().map(RoadNetwork.Lane::id);
    }
}
