package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.clearway.deployments.Binding;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.HeldDeployments;
import io.clearway.deployments.LiveFiles;
import io.clearway.deployments.ModeTrips;
import io.clearway.deployments.control.ControlMode;
import io.clearway.judge.JudgedRun;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.setting.Settings;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments on a real SUMO that runs the 5×5 grid, started by hand from the files that a user gets. */
class LiveSumoTest {
    @TempDir
    private Path folder;

    private final HeldDeployments store = new HeldDeployments();
    private SumoSimulator simulator;
    private SignalScenario scenario;
    private ActiveDeployments active;
    private @Nullable Process sumo;

    @BeforeEach
    void prepare() throws IOException {
        simulator = new SumoSimulator(System.getenv(), Path.of("target", "networks"), TimeLimits.defaults());
        scenario = new SignalScenario(Grid5x5.definition(Path.of("sumo-networks")), simulator);
        assumeThat(installed(simulator)).as("SUMO is installed").isTrue();
        new LiveFiles(simulator).write(scenario, 7, folder);
        active = new ActiveDeployments(simulator, store, DeploymentListener.NONE, Clock.systemUTC(), "test");
    }

    @AfterEach
    void endOnlyWhatWasStartedHere() throws InterruptedException {
        active.close();
        if (sumo != null) {
            sumo.destroyForcibly().waitFor();
        }
    }

    @Test
    void maxPressureControlsAWholeHourAndTheDeploymentEndsWithIt() throws Exception {
        Deployment deployment = deployment(startSumo(1), 1, Double.POSITIVE_INFINITY);
        long begin = System.nanoTime();
        active.start(deployment, rule("max-pressure"));
        DeploymentReport report = awaitEnd(deployment, Duration.ofMinutes(15));
        System.out.printf(
                "An hour driven live in %.1f s: %s%n",
                (System.nanoTime() - begin) / 1e9, report.live().metrics());
        assertThat(report.state()).as(report.message()).isEqualTo(DeploymentState.ENDED);
        assertThat(report.live().simulator()).startsWith("SUMO");
        assertThat(report.live().metrics().seconds()).isEqualTo(3600);
        // on seeds 100 to 103 the network's own program lets 2,320 arrive on average
        assertThat(report.live().metrics().counts().arrived()).isGreaterThan(3000);
        assertThat(report.live().counts().decisions()).isEqualTo(720);
        assertThat(report.live().counts().late()).isZero();
        assertThat(store.lastIn(DeploymentState.DRIVING).live().signals())
                .extracting(signal -> signal.control().mode())
                .containsOnly(ControlMode.CONTROLLER);
        assertThat(store.samples()).hasSizeGreaterThan(700);
        assertThat(store.samples().stream()
                        .mapToDouble(s -> s.meanQueueVehicles())
                        .max()
                        .orElse(0))
                .isPositive();
        assertThat(process().waitFor(60, TimeUnit.SECONDS)).as("SUMO has ended").isTrue();
        assertThat(process().exitValue()).isZero();
    }

    @Test
    void whatTripsLoseIsWhatSumoItselfRecords() throws Exception {
        Path record = folder.resolve("trips.xml");
        Deployment deployment = deployment(startSumo(1, List.of("--tripinfo-output", record.toString())), 1, 900);
        active.start(deployment, rule("max-pressure"));
        DeploymentReport report = awaitEnd(deployment, Duration.ofMinutes(5));
        assertThat(process().waitFor(60, TimeUnit.SECONDS)).as("SUMO has ended").isTrue();
        List<Double> lost = Pattern.compile("timeLoss=\"([0-9.]+)\"")
                .matcher(Files.readString(record))
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
        ModeTrips cars = report.live().trips().get(0);
        double ours = cars.timeLossSeconds() / cars.trips();
        double theirs = lost.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf(
                "Time loss per vehicle: %.2f s of %d, SUMO %.2f s of %d%n", ours, cars.trips(), theirs, lost.size());
        assertThat(cars.mode()).isEqualTo("car");
        // vehicles that ended after the last sample are missing
        assertThat((double) cars.trips()).isCloseTo(lost.size(), withinPercentage(2));
        assertThat(ours).isCloseTo(theirs, withinPercentage(2));
    }

    @Test
    void releasedSignalsRunTheirOwnProgramAgainWithoutAJump() throws Exception {
        JudgedRun judged = JudgedRun.of(folder.resolve("clearway.sumocfg"));
        int port = startSumo(2, judged.arguments());
        Deployment deployment = deployment(port, 1, Double.POSITIVE_INFINITY);
        active.start(deployment, hostile());
        List<List<String>> seen = new ArrayList<>();
        try (TrafficSimulation witness = await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> simulator.attach(new LiveAddress("127.0.0.1", port, 2)), Objects::nonNull)) {
            List<String> lights = scenario.network().signals().stream()
                    .map(signal -> signal.id())
                    .toList();
            Readings readings = witness.subscribe(new SubscriptionSpec(List.of(), List.of(), List.of(), lights));
            while (readings.seconds() < 300) {
                readings = observe(witness, readings, lights.size(), seen);
            }
            Thread releasing = new Thread(() -> release(deployment.id()));
            releasing.start();
            while (releasing.isAlive()) {
                readings = observe(witness, readings, lights.size(), seen);
            }
            DeploymentReport report = store.find(deployment.id()).orElseThrow().report();
            assertThat(report.state()).as(report.message()).isEqualTo(DeploymentState.RELEASED);
            // a phase that the network's program does not have
            assertThat(seen.subList(200, 295).stream().flatMap(List::stream)).contains("rrrGGGrrrrrr");
            double released = readings.seconds();
            while (readings.seconds() < released + 100) {
                readings = observe(witness, readings, lights.size(), seen);
                for (int light = 0; light < lights.size(); light++) {
                    String program =
                            scenario.network().signals().get(light).program().stateAt(readings.seconds() - 1);
                    assertThat(readings.lightState(light)).isEqualTo(program);
                }
            }
        }
        active.close();
        assertThat(process().waitFor(60, TimeUnit.SECONDS)).as("SUMO has ended").isTrue();
        assertThat(judged.judge()).isEmpty();
    }

    @Test
    void aBrokenControllerLeavesTheSignalsToTheNetworksProgram() throws Exception {
        Deployment deployment = deployment(startSumo(1), 1, 300);
        active.start(deployment, new Binding(scenario.live(Settings.none()), seed -> observation -> {
            throw new ArithmeticException("not a number");
        }));
        DeploymentReport report = awaitEnd(deployment, Duration.ofMinutes(10));
        assertThat(report.state()).as(report.message()).isEqualTo(DeploymentState.ENDED);
        DeploymentReport fallen = store.lastIn(DeploymentState.FALLBACK);
        assertThat(fallen.message()).contains("25 of 25 signals", "not a number");
        for (int light = 0; light < 25; light++) {
            String program = scenario.network()
                    .signals()
                    .get(light)
                    .program()
                    .stateAt(fallen.live().metrics().seconds() - 1);
            assertThat(fallen.live().signals().get(light).shown()).isEqualTo(program);
        }
    }

    @Test
    void aSumoThatDiesFailsTheDeployment() throws Exception {
        Deployment deployment = deployment(startSumo(1), 1, Double.POSITIVE_INFINITY);
        active.start(deployment, slow(rule("max-pressure")));
        awaitState(deployment, DeploymentState.DRIVING);
        process().destroyForcibly().waitFor();
        DeploymentReport report = awaitEnd(deployment, Duration.ofMinutes(3));
        assertThat(report.state()).isEqualTo(DeploymentState.FAILED);
        assertThat(report.message()).contains("SUMO");
        assertThat(report.live().metrics().seconds()).isPositive();
    }

    @Test
    void missingDetectorsAreNamedWithTheFix() throws Exception {
        Files.writeString(folder.resolve("detectors.add.xml"), "<additional/>");
        Deployment deployment = deployment(startSumo(1), 1, Double.POSITIVE_INFINITY);
        active.start(deployment, rule("max-pressure"));
        DeploymentReport report = awaitEnd(deployment, Duration.ofMinutes(3));
        assertThat(report.state()).isEqualTo(DeploymentState.FAILED);
        assertThat(report.message())
                .contains("and 147 more")
                .contains("/api/v1/scenarios/grid-5x5/live.zip")
                .hasSizeLessThan(1000);
    }

    @Test
    void nothingAtThePortFailsTheDeployment() throws Exception {
        TimeLimits shortLimits = new TimeLimits(
                Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(1));
        ActiveDeployments other = new ActiveDeployments(
                new SumoSimulator(System.getenv(), Path.of("target", "networks"), shortLimits),
                store,
                DeploymentListener.NONE,
                Clock.systemUTC(),
                "test");
        int port = freePort();
        Deployment deployment = deployment(port, 1, Double.POSITIVE_INFINITY);
        other.start(deployment, rule("greedy"));
        DeploymentReport report = awaitEnd(deployment, Duration.ofMinutes(3));
        assertThat(report.state()).isEqualTo(DeploymentState.FAILED);
        assertThat(report.message()).contains("No SUMO answers at 127.0.0.1:" + port);
    }

    private Binding rule(String name) {
        ControllerSource source = Objects.requireNonNull(scenario.controllers().get(name));
        return new Binding(scenario.live(scenario.settingsFor(name, Settings.none())), source);
    }

    /** Requests anything at any time, masked or not. */
    private Binding hostile() {
        RandomGenerator chance = new SplittableRandom(1);
        Controller controller = observation -> JointAction.of(
                IntStream.range(0, 25).map(i -> chance.nextInt(5)).toArray());
        Settings paper = scenario.settingsFor("random", Settings.none());
        return new Binding(scenario.live(paper), seed -> controller);
    }

    private static Binding slow(Binding binding) {
        return new Binding(binding.scenario(), seed -> {
            Controller controller = binding.controllers().fresh(seed);
            return observation -> {
                try {
                    Thread.sleep(50);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                return controller.act(observation);
            };
        });
    }

    private static Readings observe(TrafficSimulation witness, Readings before, int lights, List<List<String>> seen) {
        Readings readings = witness.advance(Map.of(), before.seconds() + 1);
        seen.add(IntStream.range(0, lights).mapToObj(readings::lightState).toList());
        return readings;
    }

    private void release(UUID id) {
        try {
            active.release(id, Duration.ofSeconds(30));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private DeploymentReport awaitEnd(Deployment deployment, Duration limit) {
        return await().atMost(limit)
                .until(
                        () -> store.find(deployment.id()).orElseThrow().report(),
                        report -> report.state().over());
    }

    private void awaitState(Deployment deployment, DeploymentState state) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> store.find(deployment.id()).orElseThrow().report().state() == state);
    }

    private static boolean installed(SumoSimulator simulator) {
        try {
            return simulator.version().startsWith("SUMO");
        } catch (SimulationException missing) {
            return false;
        }
    }

    private Process process() {
        return Objects.requireNonNull(sumo);
    }

    /** As a user starts it; its port. */
    private int startSumo(int clients) throws IOException {
        return startSumo(clients, List.of());
    }

    private int startSumo(int clients, List<String> more) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                "sumo",
                "-c",
                folder.resolve("clearway.sumocfg").toString(),
                "--remote-port",
                Integer.toString(port),
                "--num-clients",
                Integer.toString(clients),
                "--no-step-log"));
        command.addAll(more);
        sumo = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sumo.log").toFile())
                .start();
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Deployment deployment(int port, int order, double until) {
        return new Deployment(
                UUID.randomUUID(),
                "live",
                new LiveAddress("127.0.0.1", port, order),
                "grid-5x5",
                new ControllerChoice.Named("max-pressure"),
                new DriveLimits(5, 5000, until, 3),
                Instant.now());
    }
}
