package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.simulation.AdditionalElements;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LaneAreaDetector;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumoFaultTest {
    private static final TimeLimits PATIENT = new TimeLimits(
            Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMillis(300), Duration.ofSeconds(60));
    private static final TimeLimits SHORT = new TimeLimits(
            Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(60));

    @TempDir
    Path cache;

    private SumoSimulator simulator;
    private CompiledNetwork network;

    @BeforeEach
    void compile() {
        simulator = Crossing.simulator(cache, PATIENT);
        network = simulator.compile(Crossing.source());
    }

    @Test
    void dyingSumoIsNoticedAtOnceAndItsEndTold() {
        Set<Long> before = OwnSumo.pids();
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 1))) {
            simulation.advance(Map.of(), 5);
            ProcessHandle sumo = OwnSumo.onlyNew(before);
            sumo.destroyForcibly();
            assertThatThrownBy(() -> simulation.advance(Map.of(), 500))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("at 5.0 s")
                    .hasMessageContaining("ended by signal 9")
                    // which is what is said when an answer is waited for in vain
                    .hasMessageNotContaining("time limit");
            assertThatThrownBy(() -> simulation.advance(Map.of(), 10)).hasMessageContaining("closed");
        }
        assertThat(OwnSumo.pids()).isEqualTo(before);
    }

    @Test
    void hangingSumoIsKilledWhenItsTimeIsUp() throws IOException, InterruptedException {
        Set<Long> before = OwnSumo.pids();
        Set<Path> folders = runFolders();
        try (TrafficSimulation simulation = Crossing.simulator(cache, SHORT).start(Crossing.setup(network, 1))) {
            ProcessHandle sumo = OwnSumo.onlyNew(before);
            new ProcessBuilder("kill", "-STOP", Long.toString(sumo.pid()))
                    .start()
                    .waitFor();
            assertThatThrownBy(() -> simulation.advance(Map.of(), 5))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("no answer within the time limit")
                    .hasMessageContaining("still running");
            assertThat(sumo.isAlive()).isFalse();
        }
        assertThat(OwnSumo.pids()).isEqualTo(before);
        assertThat(runFolders()).isEqualTo(folders);
    }

    @Test
    void closingInTheMiddleOfARunLeavesNothing() throws IOException {
        Set<Long> before = OwnSumo.pids();
        Set<Path> folders = runFolders();
        TrafficSimulation simulation = simulator.start(Crossing.setup(network, 1));
        simulation.advance(Map.of(), 100);
        simulation.close();
        simulation.close();
        assertThat(OwnSumo.pids()).isEqualTo(before);
        assertThat(runFolders()).isEqualTo(folders);
    }

    @Test
    @SuppressWarnings("try") // closing it before its time is what the test is about
    void closingCutsTheAnswerThatAnotherThreadWaitsFor() throws Exception {
        Set<Long> before = OwnSumo.pids();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 1))) {
            Future<?> waiting = other.submit(() -> simulation.advance(Map.of(), 10_000_000));
            Thread.sleep(300);
            CompletableFuture.runAsync(simulation::close).join();
            assertThatThrownBy(waiting::get).hasCauseInstanceOf(SimulationException.class);
        } finally {
            other.shutdownNow();
        }
        assertThat(OwnSumo.pids()).isEqualTo(before);
    }

    @Test
    void refusedPlainNetworkIsToldInNetconvertsWords() throws IOException {
        Files.writeString(cache.resolve("bad.nod.xml"), "<nodes><node id=\"a\" x=\"0\" y=\"0\"/></nodes>");
        Files.writeString(cache.resolve("bad.edg.xml"), "<edges><edge id=\"e\" from=\"a\" to=\"nowhere\"/></edges>");
        assertThatThrownBy(() -> simulator.compile(new NetworkSource.Plain(cache, "bad")))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("netconvert rejected")
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> simulator.compile(new NetworkSource.Plain(cache, "none")))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("none.nod.xml");
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("temporary")))
                    .isEmpty();
        }
    }

    @Test
    void refusedDemandIsToldInSumosWords() throws IOException {
        Set<Path> folders = runFolders();
        TrafficDemand nowhere = new TrafficDemand.Flows(
                Crossing.demand(1).type(), List.of(new TrafficDemand.Flow("f", "N_in", "nowhere", 0, 10, 100)));
        SimulationSetup setup =
                new SimulationSetup(network, nowhere, AdditionalElements.NONE, SimulationOptions.of(1, 1, 600));
        assertThatThrownBy(() -> simulator.start(setup))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("The edge 'nowhere' within the route for flow 'f' is not known");
        assertThat(runFolders()).isEqualTo(folders);
    }

    @Test
    void networkThatSumoCannotLoadIsToldInItsWords() throws IOException {
        Path broken = cache.resolve("broken.net.xml");
        Files.writeString(broken, Files.readString(network.file()).replace("to=\"J\"", "to=\"gone\""));
        CompiledNetwork wrong = new CompiledNetwork(broken, "", network.roads());
        assertThatThrownBy(() -> simulator.start(Crossing.setup(wrong, 1)))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("gone")
                .hasMessageContaining("exit code 1");
    }

    @Test
    void detectorsThatDoNotFitAreRefusedBeforeSumoStarts() throws IOException {
        Set<Path> folders = runFolders();
        for (LaneAreaDetector wrong :
                List.of(new LaneAreaDetector("d", "no lane", 50, 1), new LaneAreaDetector("d", "N_in_0", 5, 6))) {
            SimulationSetup setup = new SimulationSetup(
                    network,
                    Crossing.demand(1),
                    AdditionalElements.of(List.of(wrong)),
                    SimulationOptions.of(1, 1, 600));
            assertThatThrownBy(() -> simulator.start(setup))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'d'");
        }
        assertThat(runFolders()).isEqualTo(folders);
    }

    @Test
    void manySimultaneousStartsAllGetPortsOfTheirOwn() throws Exception {
        Set<Long> before = OwnSumo.pids();
        ExecutorService pool = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                int until = 10 + i;
                runs.add(() -> {
                    try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, until))) {
                        return (int) simulation.advance(Map.of(), until).seconds();
                    }
                });
            }
            List<Future<Integer>> ends = pool.invokeAll(runs);
            for (int i = 0; i < ends.size(); i++) {
                assertThat(ends.get(i).get()).isEqualTo(10 + i);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(OwnSumo.pids()).isEqualTo(before);
    }

    @Test
    void manySimultaneousBuildsOfOneNetworkGiveOneFile() throws Exception {
        Path fresh = cache.resolve("fresh");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            Callable<CompiledNetwork> build = () -> Crossing.simulator(fresh).compile(Crossing.source());
            Set<CompiledNetwork> built = pool.invokeAll(List.of(build, build, build, build, build, build)).stream()
                    .map(SumoFaultTest::get)
                    .collect(Collectors.toSet());
            assertThat(built).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        try (Stream<Path> files = Files.list(fresh)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("netconvert-version.txt"))
                    .hasSize(1)
                    .allSatisfy(name -> assertThat(name).endsWith(".net.xml"));
        }
    }

    private static CompiledNetwork get(Future<CompiledNetwork> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private Set<Path> runFolders() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.getFileName().toString().startsWith("clearway-sumo-"))
                    .collect(Collectors.toSet());
        }
    }
}
