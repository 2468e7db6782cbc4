package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.simulation.AdditionalElements;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficDemand;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.passages.CrossingPlace;
import io.clearway.simulation.passages.CrossingWait;
import io.clearway.simulation.passages.LoopPassage;
import io.clearway.simulation.passages.PassageObserver;
import io.clearway.simulation.passages.WatchedPlaces;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who waits at crossings, against where SUMO itself writes that every person was. */
@Timeout(60)
class CrossingWatchTest {
    private static final int END = 300;
    /** Who waits at the end has not shown yet which crossing for. */
    private static final int COMPARED = 200;

    private static final int SUMOS_SEED = 23423;
    private static final double STANDING = 0.1;
    private static final Pattern ROW = Pattern.compile(
            "<timestep time=\"([0-9.]+)\"|<person id=\"([^\"]+)\"" + ".* speed=\"([0-9.]+)\".* edge=\"([^\"]+)\"");

    @TempDir
    Path folder;

    private CompiledNetwork network;
    private List<CrossingPlace> crossings;

    @BeforeEach
    void writeTown() throws IOException {
        Path file = Files.writeString(folder.resolve("town.net.xml"), WalkedTown.network(folder));
        Files.writeString(folder.resolve("town.rou.xml"), WalkedTown.routes(END));
        network = PlainTown.simulator(folder).compile(new NetworkSource.Finished(file));
        crossings = network.roads().lights().get(0).links().stream()
                .filter(link -> link.path().crossing())
                .map(link -> new CrossingPlace(link.toLane(), link.fromLane()))
                .toList();
        assertThat(crossings).hasSize(4);
    }

    @Test
    void whoStandsBesideACrossingAndWalksOverItNextWaits() throws Exception {
        try (Joined sumo = new Joined()) {
            Set<String> seen = drive(sumo.simulation());
            sumo.end();
            Set<String> recorded = recorded();
            assertThat(recorded).hasSizeGreaterThan(100);
            assertThat(recorded.stream().map(row -> row.split(" ", 2)[1]).distinct())
                    .as("crossings")
                    .hasSize(4);
            assertThat(without(recorded, seen)).as("seen by SUMO only").isEmpty();
            assertThat(without(seen, recorded)).as("seen by Clearway only").isEmpty();
            assertThat(alone()).as("by a sole client").isEqualTo(seen);
        }
    }

    /** What Clearway sees of the same traffic in a simulation of its own. */
    private Set<String> alone() {
        SimulationSetup setup = new SimulationSetup(
                network,
                new TrafficDemand.RouteFiles(List.of(folder.resolve("town.rou.xml")), List.of()),
                AdditionalElements.NONE,
                SimulationOptions.of(SUMOS_SEED, 1, 300));
        try (TrafficSimulation simulation = PlainTown.simulator(folder).start(setup)) {
            return drive(simulation);
        }
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(others);
        return left;
    }

    @Test
    void crossingsThatTheSimulationDoesNotHaveAreRefusedAtOnce() throws Exception {
        try (Joined sumo = new Joined()) {
            WatchedPlaces unknown =
                    new WatchedPlaces(List.of(), List.of(new CrossingPlace(":elsewhere_c0_0", ":elsewhere_w0_0")));
            Waits waits = new Waits();
            assertThatThrownBy(() -> sumo.simulation().watch(unknown, waits))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining(":elsewhere_c0");
        }
    }

    /** A SUMO that writes where persons are, as somebody else's would run, and Clearway joined to it. */
    private final class Joined implements AutoCloseable {
        private final Process sumo;
        private final TrafficSimulation simulation;

        Joined() throws IOException, InterruptedException {
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            sumo = new ProcessBuilder(
                            "sumo",
                            "--net-file",
                            folder.resolve("town.net.xml").toString(),
                            "--route-files",
                            folder.resolve("town.rou.xml").toString(),
                            "--fcd-output",
                            positions().toString(),
                            "--remote-port",
                            Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("sumo.txt").toFile())
                    .start();
            simulation = attach(port);
        }

        private TrafficSimulation attach(int port) throws InterruptedException {
            SumoSimulator simulator = PlainTown.simulator(folder);
            for (int attempt = 0; ; attempt++) {
                try {
                    return simulator.attach(new LiveAddress("127.0.0.1", port, 1));
                } catch (SimulationException notYet) {
                    if (attempt > 200) {
                        throw notYet;
                    }
                    Thread.sleep(50);
                }
            }
        }

        TrafficSimulation simulation() {
            return simulation;
        }

        void end() throws InterruptedException {
            simulation.close();
            sumo.waitFor();
        }

        @Override
        public void close() {
            simulation.close();
            sumo.destroyForcibly().onExit().join();
        }
    }

    private Path positions() {
        return folder.resolve("positions.xml");
    }

    /** Seconds of simulated time at which somebody waits at a crossing, as {@code second crossing}. */
    private Set<String> drive(TrafficSimulation simulation) {
        simulation.subscribe(new SubscriptionSpec(List.of(), List.of(), List.of(), List.of()));
        Waits waits = new Waits();
        simulation.watch(new WatchedPlaces(List.of(), crossings), waits);
        for (int second = 1; second <= END; second++) {
            if (second % 7 == 0) {
                simulation.advanceCounting(Map.of(), second + 1);
                second++;
            } else {
                simulation.advance(Map.of(), second);
            }
        }
        return waits.seconds();
    }

    /** Turns begins and ends of waiting into seconds. */
    private final class Waits implements PassageObserver {
        private final Map<Integer, Double> since = new HashMap<>();
        private final Set<String> seconds = new TreeSet<>();
        private double settled = Double.NEGATIVE_INFINITY;

        @Override
        public void passed(LoopPassage passage) {
            throw new AssertionError("no lane is watched: " + passage);
        }

        @Override
        public void waits(CrossingWait wait) {
            assertThat(wait.seconds()).as("nothing comes too late").isGreaterThanOrEqualTo(settled);
            if (wait.waiting()) {
                assertThat(since.put(wait.place(), wait.seconds())).isNull();
            } else {
                end(wait.place(), wait.seconds());
            }
        }

        private void end(int place, double until) {
            double begin = Objects.requireNonNull(since.remove(place));
            for (int second = (int) begin; second < until && second < COMPARED; second++) {
                seconds.add(second + " " + crossings.get(place).crossing());
            }
        }

        Set<String> seconds() {
            Map.copyOf(since).keySet().forEach(place -> end(place, END));
            return seconds;
        }

        @Override
        public void settled(double until) {
            settled = until;
        }
    }

    /** A person's row of a second: SUMO dates what a step has done by the time at which the step began. */
    private record Seen(int second, String edge, double speed) {}

    /** The same from the positions: which crossing somebody will walk over shows later only. */
    private Set<String> recorded() throws IOException {
        Map<String, List<Seen>> persons = new HashMap<>();
        int second = -1;
        for (String line : Files.readAllLines(positions())) {
            Matcher row = ROW.matcher(line);
            if (!row.find()) {
                continue;
            }
            if (row.group(1) != null) {
                second = (int) Double.parseDouble(row.group(1));
            } else {
                persons.computeIfAbsent(row.group(2), id -> new ArrayList<>())
                        .add(new Seen(second, row.group(4), Double.parseDouble(row.group(3))));
            }
        }
        Set<String> waiting = new TreeSet<>();
        persons.values().forEach(way -> {
            for (int at = 0; at < way.size(); at++) {
                Seen seen = way.get(at);
                String next = next(way, at);
                if (seen.edge().startsWith(":J_w")
                        && seen.speed() <= STANDING
                        && next.startsWith(":J_c")
                        && seen.second() < COMPARED) {
                    waiting.add(seen.second() + " " + next + "_0");
                }
            }
        });
        return waiting;
    }

    private static String next(List<Seen> way, int at) {
        return way.subList(at, way.size()).stream()
                .map(Seen::edge)
                .filter(edge -> !edge.equals(way.get(at).edge()))
                .findFirst()
                .orElse("");
    }
}
