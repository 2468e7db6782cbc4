package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.deployments.Binding;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.HeldDeployments;
import io.clearway.deployments.LiveFiles;
import io.clearway.deployments.control.SignalEvent;
import io.clearway.judge.JudgedRun;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.SumoInstallation;
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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drives a SUMO that writes down what its lights show, until SUMO has ended. */
final class JudgedDrive {
    private final SignalScenario scenario;
    private final TrafficSimulator simulator;
    private final Path folder;
    private final JudgedRun run;
    private final int begin;
    private final HeldDeployments store = new HeldDeployments();

    /** @param folder for SUMO's files */
    JudgedDrive(SignalScenario scenario, SumoSimulator simulator, Path folder) throws IOException {
        this(scenario, simulator, folder, simulator);
    }

    /** @param attached what the service drives instead, such as a SUMO whose sensors have a fault */
    JudgedDrive(SignalScenario scenario, SumoSimulator simulator, Path folder, TrafficSimulator attached)
            throws IOException {
        this.scenario = scenario;
        this.simulator = attached;
        this.folder = Files.createDirectories(folder);
        new LiveFiles(simulator).write(scenario, 7, folder);
        this.begin = (int) scenario.definition().timing().beginSeconds();
        this.run = JudgedRun.of(folder.resolve("clearway.sumocfg"));
    }

    /** SUMO's own account. */
    JudgedRun run() {
        return run;
    }

    /** What the deployment reported. */
    HeldDeployments store() {
        return store;
    }

    /** Faults of signals that the deployment noticed. */
    List<SignalEvent> events() {
        return store.events().stream().map(stored -> stored.event()).toList();
    }

    /** SUMO by itself, under its own programs. */
    void undriven(int seconds) throws IOException, InterruptedException {
        end(sumo(List.of("--end", Integer.toString(begin + seconds))));
    }

    /** A drive of some seconds, and its release. */
    DeploymentReport drive(Binding binding, int decisionSeconds, int seconds) throws IOException, InterruptedException {
        int port = freePort();
        Process sumo = sumo(List.of("--remote-port", Integer.toString(port), "--num-clients", "1"));
        return drive(binding, deployment(port, 1, decisionSeconds, seconds), sumo);
    }

    /**
     * The same while another client sets lights too; it stays a little longer.
     *
     * @param order of the drive among the two
     */
    DeploymentReport drive(Binding binding, int order, int seconds, IntFunction<Map<String, String>> hostile)
            throws IOException, InterruptedException {
        int port = freePort();
        Process sumo = sumo(List.of("--remote-port", Integer.toString(port), "--num-clients", "2"));
        HostileClient client = new HostileClient(port, 3 - order, 2 * seconds, hostile);
        client.start();
        try {
            return drive(binding, deployment(port, order, 5, seconds), sumo);
        } finally {
            client.join(TimeUnit.MINUTES.toMillis(1));
        }
    }

    private DeploymentReport drive(Binding binding, Deployment deployment, Process sumo) throws InterruptedException {
        try (ActiveDeployments active =
                new ActiveDeployments(simulator, store, DeploymentListener.NONE, Clock.systemUTC(), "test")) {
            active.start(deployment, binding);
            DeploymentReport report = await().atMost(Duration.ofMinutes(5))
                    .until(
                            () -> store.find(deployment.id()).orElseThrow().report(),
                            reported -> reported.state().over());
            end(sumo);
            return report;
        } finally {
            sumo.destroyForcibly().waitFor();
        }
    }

    /** A SUMO that writes down what its lights show. */
    Process sumo(List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                new SumoInstallation(System.getenv()).program("sumo").toString(),
                "-c",
                folder.resolve("clearway.sumocfg").toString(),
                "--no-step-log",
                "--duration-log.statistics"));
        command.addAll(run.arguments());
        command.addAll(more);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sumo.log").toFile())
                .start();
    }

    /** Vehicles that SUMO had not let in when it ended, by its own account. */
    int neverLetIn() throws IOException {
        Matcher waiting = Pattern.compile("^ Waiting: (\\d+)$", Pattern.MULTILINE)
                .matcher(Files.readString(folder.resolve("sumo.log")));
        assertThat(waiting.find()).as("SUMO's account").isTrue();
        return Integer.parseInt(waiting.group(1));
    }

    private static void end(Process sumo) throws InterruptedException {
        assertThat(sumo.waitFor(5, TimeUnit.MINUTES)).as("SUMO ends").isTrue();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Deployment deployment(int port, int order, int decisionSeconds, int seconds) {
        return new Deployment(
                UUID.randomUUID(),
                "judged",
                new LiveAddress("127.0.0.1", port, order),
                scenario.name(),
                new ControllerChoice.Named("max-pressure"),
                new DriveLimits(decisionSeconds, 5000, begin + seconds, 3),
                Instant.now());
    }
}
