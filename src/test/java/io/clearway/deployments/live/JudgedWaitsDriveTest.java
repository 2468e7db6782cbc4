package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.deployments.Binding;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.judge.JudgedWaits.Wait;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.setting.Settings;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.SumoSimulator;
import io.clearway.timing.TimingSheet;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long anybody waits for a green in a live drive, by SUMO's own positions and routes of vehicles. */
class JudgedWaitsDriveTest {
    private static final int SECONDS = 900;

    @TempDir
    private static Path cache;

    @TempDir
    private Path folder;

    private final SumoSimulator simulator = PlainTown.simulator(cache);

    @ParameterizedTest
    @CsvSource({"GRID_5X5, max-pressure", "GRID_5X5, random", "COLOGNE, capacity-aware"})
    void nobodyWaitsLongerThanTheMaximumRed(TestedNetworks network, String rule) throws Exception {
        SignalScenario scenario = network.scenario(simulator, folder);
        JudgedDrive drive = new JudgedDrive(scenario, simulator, folder.resolve("live"));
        drive.run().watchingWaits();
        Binding binding = new Binding(
                scenario.live(scenario.settingsFor(rule, Settings.none())),
                Objects.requireNonNull(scenario.controllers().get(rule)));
        DeploymentReport report = drive.drive(binding, 5, SECONDS);
        assertThat(report.state()).as(report.message()).isEqualTo(DeploymentState.ENDED);
        TimingSheet timings = binding.scenario().timings();
        List<Wait> waits = drive.run().waits();
        assertThat(waits)
                .hasSizeGreaterThan(100)
                .allSatisfy(wait -> assertThat(wait.seconds())
                        .as(wait.toString())
                        .isLessThanOrEqualTo(timings.of(wait.light())
                                .movements()
                                .get(wait.index())
                                .maximumRedSeconds()));
        assertThat(waits).anyMatch(wait -> wait.seconds() > 30);
    }
}
