package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.deployments.Binding;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.setting.Settings;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.SumoSimulator;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An hour of published networks, driven live: nobody is hurt, left standing or kept out. */
class JudgedHourTest {
    private static final int HOUR = 3600;

    @TempDir
    private static Path cache;

    @TempDir
    private Path folder;

    private final SumoSimulator simulator = PlainTown.simulator(cache);

    @ParameterizedTest
    @CsvSource({"COLOGNE, capacity-aware", "INGOLSTADT, max-pressure", "GRID_4X4, max-pressure"})
    void nobodyIsLeftStandingOrKeptOut(TestedNetworks network, String rule) throws Exception {
        SignalScenario scenario = network.scenario(simulator, folder);
        JudgedDrive own = new JudgedDrive(scenario, simulator, folder.resolve("own"));
        own.undriven(HOUR);
        JudgedDrive drive = new JudgedDrive(scenario, simulator, folder.resolve("live"));
        Binding binding = new Binding(
                scenario.live(scenario.settingsFor(rule, Settings.none())),
                Objects.requireNonNull(scenario.controllers().get(rule)));
        DeploymentReport report = drive.drive(binding, 5, HOUR);
        assertThat(report.state()).as(report.message()).isEqualTo(DeploymentState.ENDED);
        // the monitor trips on whoever waits beyond the maximum red
        assertThat(drive.events()).isEmpty();
        assertThat(drive.run().judge()).isEmpty();
        assertThat(drive.neverLetIn()).isLessThanOrEqualTo(own.neverLetIn());
    }
}
