package io.clearway.sumo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.sumo.Crossing;
import io.clearway.sumo.SumoSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AttachTest {
    private static final TimeLimits PATIENT = new TimeLimits(
            Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ofSeconds(60));
    private static final TimeLimits SHORT = new TimeLimits(
            Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofSeconds(60));

    @TempDir
    Path cache;

    @Test
    @SuppressWarnings("try") // closing it before its time is what the test is about
    void twoClientsDriveOneSimulationAndOneMayLeave() throws Exception {
        SumoSimulator simulator = Crossing.simulator(cache, PATIENT);
        int port = SumoProcess.freePort();
        try (ChildProcess sumo = sumo(simulator, port, "--num-clients", "2", "--end", "500")) {
            awaitPort(sumo, port);
            // SUMO answers nobody before all clients are there
            CompletableFuture<TrafficSimulation> second =
                    CompletableFuture.supplyAsync(() -> attach(simulator, port, 2));
            try (TrafficSimulation first = attach(simulator, port, 1);
                    TrafficSimulation other = second.join()) {
                assertThat(first.version()).startsWith("SUMO ");
                assertThat(first.endSeconds()).isEqualTo(500);
                first.subscribe(lightsOnly());
                CompletableFuture<Readings> others = CompletableFuture.supplyAsync(() -> other.advance(Map.of(), 5));
                assertThat(first.advance(Map.of("J", Crossing.EAST_WEST), 5).seconds())
                        .isEqualTo(5);
                assertThat(others.join().seconds()).isEqualTo(5);
                assertThatThrownBy(other::finish).isInstanceOf(IllegalStateException.class);
                CompletableFuture.runAsync(other::close).join();
                assertThat(first.advance(Map.of(), 10).lightState(0)).isEqualTo(Crossing.EAST_WEST);
                assertThat(sumo.isAlive()).isTrue();
            }
        }
    }

    @Test
    void everyStepCountsWhenAnotherClientStepsInBetween() throws Exception {
        SumoSimulator simulator = Crossing.simulator(cache, PATIENT);
        int port = SumoProcess.freePort();
        Path flows = Files.writeString(cache.resolve("flows.rou.xml"), """
                <routes>
                    <flow id="north" begin="0" end="100" period="4" from="N_in" to="S_out"/>
                </routes>
                """);
        try (ChildProcess sumo =
                sumo(simulator, port, "--num-clients", "2", "--end", "300", "--route-files", flows.toString())) {
            awaitPort(sumo, port);
            CompletableFuture<TrafficSimulation> second =
                    CompletableFuture.supplyAsync(() -> attach(simulator, port, 2));
            try (TrafficSimulation first = attach(simulator, port, 1);
                    TrafficSimulation other = second.join()) {
                first.subscribe(lightsOnly());
                CompletableFuture<Void> stepping = CompletableFuture.runAsync(() -> {
                    for (int until = 1; until <= 200; until++) {
                        other.advance(Map.of(), until);
                    }
                });
                TrafficCounts counts =
                        first.advance(Map.of("J", Crossing.NORTH_SOUTH), 10).counts();
                for (int until = 20; until <= 190; until += 10) {
                    counts = first.advanceCounting(Map.of(), until).after(counts);
                }
                counts = first.advance(Map.of(), 200).counts().after(counts);
                stepping.join();
                assertThat(counts.departed()).isEqualTo(25);
                assertThat(counts.arrived()).isEqualTo(25);
                assertThat(counts.running()).isZero();
            }
        }
    }

    private static SubscriptionSpec lightsOnly() {
        return new SubscriptionSpec(List.of(), Crossing.APPROACHES, List.of(), List.of("J"));
    }

    @Test
    void nobodyAtThePortIsSaid() {
        SumoSimulator simulator = new SumoSimulator(Map.of(), cache, SHORT);
        int port = SumoProcess.freePort();
        assertThatThrownBy(() -> attach(simulator, port, 0))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("No SUMO answers at 127.0.0.1:" + port)
                .hasMessageContaining("refused");
    }

    @Test
    void webServerIsNoSimulation() throws IOException {
        byte[] answer = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        SumoSimulator simulator = new SumoSimulator(Map.of(), cache, SHORT);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answerOnce(server, answer));
            assertThatThrownBy(() -> attach(simulator, server.getLocalPort(), 0))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("this is no TraCI server");
            served.join();
        }
    }

    @Test
    @Timeout(60)
    void silenceEndsWithTheTimeLimit() throws IOException {
        SumoSimulator simulator = new SumoSimulator(Map.of(), cache, SHORT);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long started = System.nanoTime();
            assertThatThrownBy(() -> attach(simulator, silent.getLocalPort(), 0))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("no answer within the time limit");
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .as("the limit of two seconds is used")
                    .isGreaterThan(Duration.ofMillis(1900));
        }
    }

    private static TrafficSimulation attach(SumoSimulator simulator, int port, int order) {
        return simulator.attach(new LiveAddress("127.0.0.1", port, order));
    }

    private static void answerOnce(ServerSocket server, byte[] answer) {
        try (Socket client = server.accept()) {
            assertThat(client.getInputStream().readNBytes(6)).hasSize(6);
            client.getOutputStream().write(answer);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private ChildProcess sumo(SumoSimulator simulator, int port, String... options) {
        CompiledNetwork network = simulator.compile(Crossing.source());
        SumoInstallation installation = new SumoInstallation(System.getenv());
        List<String> command = new ArrayList<>(List.of(
                installation.program("sumo").toString(),
                "--net-file",
                network.file().toString(),
                "--xml-validation",
                "never",
                "--remote-port",
                Integer.toString(port)));
        command.addAll(List.of(options));
        return ChildProcess.start(installation.withDeathSignal(command), Duration.ofSeconds(1));
    }

    private static void awaitPort(ChildProcess sumo, int port) {
        for (int i = 0; i < 1000 && !ListeningPort.isHeldBy(sumo.pid(), port); i++) {
            assertThat(sumo.endsWithin(Duration.ofMillis(10))).isFalse();
        }
    }
}
