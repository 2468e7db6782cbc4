package io.clearway.deployments.live;

import io.clearway.deployments.Binding;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.HeldDeployments;
import io.clearway.deployments.logging.EventLogLimits;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.setting.Settings;
import io.clearway.simulation.LiveAddress;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A drive of the grid by max-pressure in a process of its own, which is meant to be killed. */
final class DriveProcess {
    /** Simulated seconds after which what it logged can be read. */
    static final int FLUSH_SECONDS = 10;

    private DriveProcess() {}

    /** Starts it as the first of SUMO's clients; it writes its event log into a folder. */
    static Process start(int port, Path log, Path events) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DriveProcess.class.getName(),
                        Integer.toString(port),
                        events.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    public static void main(String[] arguments) throws InterruptedException {
        SumoSimulator simulator =
                new SumoSimulator(System.getenv(), Path.of("target", "networks"), TimeLimits.defaults());
        SignalScenario scenario = new SignalScenario(Grid5x5.definition(Path.of("sumo-networks")), simulator);
        HeldDeployments store = new HeldDeployments();
        ActiveDeployments active = new ActiveDeployments(
                simulator,
                store,
                DeploymentListener.NONE,
                Clock.systemUTC(),
                "killed",
                new EventLogLimits(Path.of(arguments[1]), 3600, FLUSH_SECONDS, Integer.MAX_VALUE));
        Deployment deployment = new Deployment(
                UUID.randomUUID(),
                "killed",
                new LiveAddress("127.0.0.1", Integer.parseInt(arguments[0]), 1),
                scenario.name(),
                new ControllerChoice.Named("max-pressure"),
                new DriveLimits(5, 5000, Double.POSITIVE_INFINITY, 3, true),
                Instant.now());
        Binding binding = new Binding(
                scenario.live(scenario.settingsFor("max-pressure", Settings.none())),
                Objects.requireNonNull(scenario.controllers().get("max-pressure")));
        active.start(deployment, binding);
        Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
}
