package io.clearway.scenario.atsc;

import io.clearway.signal.SignalProgram;
import io.clearway.simulation.Commands;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.trips.TravelRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulator of {@link TwoSignals} whose traffic stands still as a test put it, and that remembers what it was told.
 */
public final class FakeSimulation implements TrafficSimulator, TrafficSimulation {
    static final TripStatistics TRIPS =
            new TripStatistics(new TripStatistics.VehicleTotals(9, 4, 3, 2, 1, 0), 61.5, 7.5, 0.25, TravelRecord.NONE);

    final List<SimulationSetup> setups = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    int closed;

    private final Map<String, int[]> lanes = new HashMap<>();
    private final Map<String, int[]> detectors = new HashMap<>();
    private final Map<String, Double> waiting = new HashMap<>();
    private final Map<String, String> commanded = new HashMap<>();
    private TrafficCounts counts = new TrafficCounts(0, 0, 0, 0, 0, 0);
    private SubscriptionSpec watch = new SubscriptionSpec(List.of(), List.of(), List.of(), List.of());
    private double now;

    /** What was set, and until when it ran. */
    record Message(Map<String, String> states, double untilSeconds) {}

    FakeSimulation lane(String lane, int vehicles, int halting) {
        lanes.put(lane, new int[] {vehicles, halting});
        return this;
    }

    FakeSimulation detector(String lane, int vehicles, int halting) {
        detectors.put(lane, new int[] {vehicles, halting});
        return this;
    }

    FakeSimulation waiting(String lane, double seconds) {
        waiting.put(lane, seconds);
        return this;
    }

    FakeSimulation counts(TrafficCounts now) {
        counts = now;
        return this;
    }

    /** Traffic for which the tests' values were reckoned by hand. */
    public static FakeSimulation busy() {
        return new FakeSimulation()
                .lane("nA_0", 8, 4)
                .detector("nA_0", 5, 3)
                .lane("wA_0", 10, 6)
                .detector("wA_0", 11, 5)
                .lane("AB_0", 12, 0)
                .detector("AB_0", 2, 0)
                .lane("nB_0", 3, 1)
                .detector("nB_0", 3, 1)
                .lane("As_0", 2, 0)
                .lane("Be_0", 9, 0)
                .lane("Bs_0", 4, 0)
                .waiting("nA_0", 30)
                .waiting("wA_0", 50)
                .waiting(":A_0", 20)
                .counts(new TrafficCounts(2, 1, 0, 0, 50, 10));
    }

    @Override
    public String version() {
        return "Fake 1";
    }

    @Override
    public CompiledNetwork compile(NetworkSource source) {
        return new CompiledNetwork(Path.of("two-signals.net.xml"), "hash-of-roads", TwoSignals.ROADS);
    }

    @Override
    public TrafficSimulation start(SimulationSetup setup) {
        setups.add(setup);
        now = 0;
        commanded.clear();
        return this;
    }

    @Override
    public TrafficSimulation attach(LiveAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RoadNetwork.TrafficLight> lights() {
        return TwoSignals.ROADS.lights();
    }

    @Override
    public Readings subscribe(SubscriptionSpec wanted) {
        watch = wanted;
        return readings();
    }

    @Override
    public Readings advance(Commands orders, double untilSeconds) {
        messages.add(new Message(Map.copyOf(orders.lights()), untilSeconds));
        commanded.putAll(orders.lights());
        now = untilSeconds;
        return readings();
    }

    @Override
    public void resumeProgram(String light, String program) {
        commanded.remove(light);
    }

    @Override
    public TripStatistics finish() {
        return TRIPS;
    }

    @Override
    public void close() {
        closed++;
    }

    private Readings readings() {
        return new Readings(
                        now,
                        columns(watch.detectors(), detectors),
                        columns(watch.lanes(), lanes),
                        watch.waitingLanes().stream()
                                .mapToDouble(lane -> waiting.getOrDefault(lane, 0.0))
                                .toArray(),
                        watch.lights().stream().map(this::shown).toList(),
                        counts)
                .withLoops(
                        counts,
                        new int[watch.loops().size()],
                        new double[watch.loops().size()]);
    }

    String shown(String light) {
        String state = commanded.get(light);
        return state != null ? state : program(light).stateAt(now);
    }

    private static SignalProgram program(String light) {
        return SignalProgram.of(TwoSignals.ROADS.lights().stream()
                .filter(each -> each.id().equals(light))
                .findFirst()
                .orElseThrow()
                .programs()
                .get(0));
    }

    private static int[][] columns(List<String> ids, Map<String, int[]> values) {
        int[][] columns = new int[2][ids.size()];
        for (int place = 0; place < ids.size(); place++) {
            int[] value = values.getOrDefault(ids.get(place), new int[2]);
            columns[0][place] = value[0];
            columns[1][place] = value[1];
        }
        return columns;
    }
}
