package io.clearway.deployments;

import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.Commands;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.VehiclePosition;
import io.clearway.timing.Intergreens;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import io.clearway.timing.TimingProfile;
import io.clearway.timing.TimingSheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A town of signals "a", "b", … without traffic, that shows what it is told or else its own program, second by second,
 * and remembers it. Each signal has four links: north, east, south, west; streets must not meet avenues.
 */
public final class FakeTown implements TrafficSimulator, TrafficSimulation, LiveInterface {
    public static final int YELLOW = 2;
    public static final int MINIMUM_GREEN = 8;
    private static final int LINKS = 4;
    public static final List<Phase> PHASES =
            List.of(new Phase("GrGr"), new Phase("rGrG"), new Phase("Grrr"), new Phase("rGrr"));
    /** 20 s of each direction with 3 s of yellow: a round of 46 s. */
    public static final Program PROGRAM = new Program(
            "0",
            "static",
            0,
            List.of(
                    new ProgramPhase(20, "GrGr"),
                    new ProgramPhase(3, "yryr"),
                    new ProgramPhase(20, "rGrG"),
                    new ProgramPhase(3, "ryry")));

    private final List<String> names;
    private final Map<String, String> ordered = new HashMap<>();
    private final Map<Integer, Map<String, String>> overrides = new HashMap<>();
    private final Map<String, List<String>> history = new TreeMap<>();
    private final List<String> released = new ArrayList<>();
    private final List<Double> advances = new ArrayList<>();
    private int now;
    private int breaksAt = Integer.MAX_VALUE;
    private double endsAt = Double.POSITIVE_INFINITY;
    private int pauseMillis;
    private boolean blind;
    private Set<Integer> unobservable = Set.of();
    private Map<String, Integer> queues = Map.of();
    private int maximumRed;
    private IntFunction<List<VehiclePosition>> vehicles = second -> List.of();
    private volatile boolean closed;
    private List<TrafficLight> lights;

    public FakeTown(int startsAt, String... names) {
        this.names = List.of(names);
        this.now = startsAt;
        this.lights = this.names.stream().map(FakeTown::light).toList();
        this.names.forEach(name -> history.put(name, new ArrayList<>()));
    }

    /** The connection breaks when this time is reached. */
    public FakeTown breakingAt(int seconds) {
        breaksAt = seconds;
        return this;
    }

    /** The simulation is set to end then. */
    public FakeTown endingAt(double seconds) {
        endsAt = seconds;
        return this;
    }

    /** Somebody else sets a light for the one second before this time. */
    public FakeTown overruled(String light, int seconds, String state) {
        overrides.computeIfAbsent(seconds, time -> new HashMap<>()).put(light, state);
        return this;
    }

    /** Each answer takes so long. */
    public FakeTown paced(int milliseconds) {
        pauseMillis = milliseconds;
        return this;
    }

    /** Its sensors of the first signal give no numbers. */
    public FakeTown blind() {
        blind = true;
        return this;
    }

    /** Its observer fails at these times. */
    public FakeTown unobservableAt(Integer... seconds) {
        unobservable = Set.of(seconds);
        return this;
    }

    /** Somebody waits at a link of each of these signals all the time. */
    public FakeTown withQueues(Map<String, Integer> links) {
        queues = links;
        return this;
    }

    /** Whoever waits is served after so long at the latest. */
    public FakeTown withMaximumRed(int seconds) {
        maximumRed = seconds;
        return this;
    }

    /** Vehicles that are there at a second. */
    public FakeTown withVehicles(IntFunction<List<VehiclePosition>> driving) {
        vehicles = driving;
        return this;
    }

    @Override
    public List<VehiclePosition> vehicles() {
        return vehicles.apply(now);
    }

    /** The live network has other lights. */
    public FakeTown withLights(List<TrafficLight> other) {
        lights = other;
        return this;
    }

    public static TrafficLight light(String name) {
        List<Link> links = new ArrayList<>();
        for (int index = 0; index < LINKS; index++) {
            List<Integer> foes = foes(index);
            links.add(new Link(index, name + "_in" + index, name + "_out" + index, 's', foes, List.of()));
        }
        return new TrafficLight(name, links, List.of(PROGRAM));
    }

    private static List<Integer> foes(int index) {
        return index % 2 == 0 ? List.of(1, 3) : List.of(0, 2);
    }

    private SignalTiming timing() {
        List<Intergreens.Entry> entries = new ArrayList<>();
        for (int index = 0; index < LINKS; index++) {
            for (int foe : foes(index)) {
                entries.add(new Intergreens.Entry(index, foe, YELLOW));
            }
        }
        MovementTiming vehicles = new MovementTiming(MovementTiming.Kind.VEHICLES, YELLOW, MINIMUM_GREEN, maximumRed);
        return new SignalTiming(Collections.nCopies(LINKS, vehicles), Intergreens.of(LINKS, entries));
    }

    /** What a light showed in each second. */
    public List<String> history(String name) {
        return Objects.requireNonNull(history.get(name));
    }

    public List<String> released() {
        return released;
    }

    /** The seconds by which it was told to go on, each time. */
    public List<Double> advances() {
        return advances;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public String version() {
        return "fake 1";
    }

    @Override
    public CompiledNetwork compile(NetworkSource source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrafficSimulation start(SimulationSetup setup) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrafficSimulation attach(LiveAddress address) {
        if (address.port() == 1) {
            throw new SimulationException("nothing answers at port 1");
        }
        return this;
    }

    @Override
    public double endSeconds() {
        return endsAt;
    }

    @Override
    public Readings subscribe(SubscriptionSpec watch) {
        return read(0);
    }

    @Override
    public Readings advance(Commands orders, double untilSeconds) {
        if (closed) {
            throw new SimulationException("the connection is closed");
        }
        ordered.putAll(orders.lights());
        advances.add(untilSeconds - now);
        pause();
        return run(untilSeconds);
    }

    /** Somebody else lets it run on, after it was let go. */
    public void runAlone(int seconds) {
        run(now + seconds);
    }

    private Readings run(double untilSeconds) {
        int before = now;
        while (now < untilSeconds) {
            if (now >= breaksAt) {
                throw new SimulationException("connection closed by the simulator");
            }
            int step = now++;
            Map<String, String> foreign = overrides.getOrDefault(now, Map.of());
            ordered.putAll(foreign);
            names.forEach(name -> history(name).add(ordered.getOrDefault(name, own(step))));
        }
        return read(now - before);
    }

    @Override
    public void resumeProgram(String light, String program) {
        ordered.remove(light);
        released.add(light + ":" + program);
    }

    @Override
    public TripStatistics finish() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public List<LiveSignal> signals() {
        return names.stream()
                .map(name -> new LiveSignal(
                        name, PHASES, SignalProgram.of(PROGRAM), ConflictMatrix.of(light(name)), timing()))
                .toList();
    }

    @Override
    public TimingSheet timings() {
        return new TimingSheet(
                TimingProfile.STANDARD, names.stream().collect(Collectors.toMap(name -> name, name -> timing())));
    }

    @Override
    public List<TrafficLight> lights() {
        return lights;
    }

    /** The scenario's side: always the true town. */
    public LiveInterface scenario() {
        return lights.equals(names.stream().map(FakeTown::light).toList())
                ? this
                : new FakeTown(0, names.toArray(String[]::new));
    }

    @Override
    public SubscriptionSpec subscriptions() {
        return new SubscriptionSpec(List.of(), List.of("lane"), List.of("lane"), names);
    }

    @Override
    public double decisionSeconds() {
        return 5;
    }

    @Override
    public boolean[][] waiting(Readings readings) {
        return names.stream()
                .map(name -> {
                    boolean[] waiting = new boolean[LINKS];
                    Optional.ofNullable(queues.get(name)).ifPresent(link -> waiting[link] = true);
                    return waiting;
                })
                .toArray(boolean[][]::new);
    }

    @Override
    public Observer observer() {
        return (readings, shown) -> {
            if (unobservable.contains(now)) {
                throw new IllegalStateException("the sensors are away");
            }
            float[][] local = new float[names.size()][];
            boolean[][] legal = new boolean[names.size()][];
            for (int agent = 0; agent < names.size(); agent++) {
                local[agent] = new float[] {blind && agent == 0 ? Float.NaN : 1};
                legal[agent] = new boolean[] {true, true, true, true};
            }
            return JointObservation.of(local, legal);
        };
    }

    @Override
    public int[][] laneOfLink() {
        return names.stream().map(name -> new int[] {0, 0}).toArray(int[][]::new);
    }

    private void pause() {
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String own(int second) {
        return SignalProgram.of(PROGRAM).stateAt(second);
    }

    private Readings read(int passed) {
        List<String> shown = names.stream()
                .map(name -> {
                    List<String> past = history(name);
                    return past.isEmpty() ? own(Math.max(0, now - 1)) : past.get(past.size() - 1);
                })
                .toList();
        return new Readings(
                now,
                new int[][] {{}, {}},
                new int[][] {{7}, {3}},
                new double[] {40},
                shown,
                new TrafficCounts(0, passed, 0, 0, 10, 2));
    }
}
