package io.clearway.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.scenario.SimulatedScenario;
import io.clearway.scenario.flow.ClosedRoads;
import io.clearway.scenario.flow.FlowScenario;
import io.clearway.simulation.SimulationException;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteppingBenchmarkTest {
    @TempDir
    Path folder;

    @Test
    void everyVehicleIsDrivenInEachStepAndTheTrafficIsLeftForOthers() throws IOException {
        SumoSimulator simulator =
                new SumoSimulator(System.getenv(), Path.of("target", "test-networks"), TimeLimits.defaults());
        try {
            simulator.version();
        } catch (SimulationException missing) {
            assumeTrue(false, "SUMO is not installed: " + missing.getMessage());
        }
        SimulatedScenario ring = new FlowScenario(ClosedRoads.ring(Path.of("sumo-networks")), simulator);
        SteppingBenchmark benchmark = new SteppingBenchmark(simulator, ring, 1);
        benchmark.write(folder);
        assertThat(Files.readString(folder.resolve("clearway.sumocfg")))
                .contains("<step-length value=\"0.1\"/>")
                .contains("<collision.action value=\"warn\"/>");
        assertThat(Files.readString(folder.resolve("demand.rou.xml")))
                .contains("id=\"vehicle-22\"")
                .contains("carFollowModel=\"IDM\"");
        SteppingBenchmark.Result result = benchmark.run(1);
        assertThat(result.agents()).isEqualTo(22);
        assertThat(result.steps()).isEqualTo(1500);
        assertThat(result.bareStepsPerSecond()).isPositive();
        assertThat(result.drivenStepsPerSecond()).isPositive();
        assertThat(result.ratio()).isPositive();
    }
}
