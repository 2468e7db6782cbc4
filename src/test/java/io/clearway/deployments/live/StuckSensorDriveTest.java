package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.deployments.Binding;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.judge.MovementService;
import io.clearway.judge.MovementService.Red;
import io.clearway.judge.SignalLog;
import io.clearway.monitor.SignalMonitor;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.setting.Settings;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.SumoSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live drive of a real SUMO while the sensors of a road on which nobody drives report a queue all the time. */
class StuckSensorDriveTest {
    private static final int SECONDS = 900;

    /** By then three services have proved nothing but a stuck sensor. */
    private static final int DIAGNOSED = 450;

    private static final int MAXIMUM_RED = 120;
    private static final String LIGHT = "A0";

    /** From the south, where no flow of the town begins. */
    private static final String LANE = "bottom0A0.130.00_1";

    @TempDir
    private static Path cache;

    @TempDir
    private Path folder;

    private final SumoSimulator simulator = PlainTown.simulator(cache);

    @Test
    void itGetsGreenOnRecallOnlyAndNobodyElseWaitsForIt() throws Exception {
        SignalScenario scenario = TestedNetworks.LEFT_LANES.scenario(simulator, folder);
        JudgedDrive drive =
                new JudgedDrive(scenario, simulator, folder.resolve("live"), new StuckLane(simulator, LANE, 3));
        LiveInterface live = scenario.live(scenario.settingsFor("max-pressure", Settings.none()));
        Binding rule =
                new Binding(live, Objects.requireNonNull(scenario.controllers().get("max-pressure")));
        DeploymentReport report = drive.drive(rule, 5, SECONDS);
        assertThat(report.state()).as(report.message()).isEqualTo(DeploymentState.ENDED);
        // nor did the monitor, which counts waits, see anybody wait beyond the maximum red
        assertThat(drive.events()).isEmpty();
        assertThat(drive.run().judge()).isEmpty();
        SignalLog log = SignalLog.read(drive.run().log());
        List<Red> reds = MovementService.reds(log, LIGHT, straightOn(live)).stream()
                .filter(red -> red.untilSeconds() > DIAGNOSED && red.fromSeconds() < SECONDS)
                .toList();
        assertThat(reds)
                .allSatisfy(red -> assertThat(red.seconds()).isLessThan(MAXIMUM_RED + SignalMonitor.GRACE_SECONDS));
        double share = reds.stream()
                        .mapToDouble(
                                red -> Math.min(red.untilSeconds(), SECONDS) - Math.max(red.fromSeconds(), DIAGNOSED))
                        .sum()
                / (SECONDS - DIAGNOSED);
        assertThat(share).isGreaterThan(0.75);
    }

    private static int straightOn(LiveInterface live) {
        TrafficLight light = live.lights().stream()
                .filter(one -> one.id().equals(LIGHT))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        live.lights().stream().map(TrafficLight::id).toList()));
        return light.links().stream()
                .filter(link -> link.fromLane().equals(LANE))
                .mapToInt(Link::index)
                .findFirst()
                .orElseThrow(() -> new AssertionError(light.links()));
    }
}
