package io.clearway.scenario.cacc;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.scenario.CsvFile;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.TracedEnvironment;
import io.clearway.setting.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of a platoon. */
class TracesTest {
    private static final int VEHICLES = 8;

    @TempDir
    private Path folder;

    @Test
    void everyVehicleHasARowOfHeadwayAndSpeedForEveryTenthOfASecond() {
        PlatoonScenario platoon = PlatoonScenario.catchUp();
        Path file = folder.resolve("trace.csv");
        List<PlatoonReadings> seen = new ArrayList<>();
        try (TracedEnvironment environment = new TracedEnvironment(
                platoon.open(Settings.none(), SamplingMode.EVERY_SECOND), platoon.decisionSeconds(), seed -> file)) {
            Controller rule = Objects.requireNonNull(platoon.controllers().get(platoon.reference()))
                    .fresh(1);
            JointObservation observation = environment.reset(1);
            for (int decision = 0; decision < 3; decision++) {
                seen.addAll(SensedObservation.readings(observation, PlatoonReadings.class));
                observation = environment.step(rule.act(observation)).observation();
            }
            seen.addAll(SensedObservation.readings(observation, PlatoonReadings.class));
        }
        List<String[]> all = new ArrayList<>();
        CsvFile.read(file, all::add);
        assertThat(all).hasSize(4 * VEHICLES).hasSameSizeAs(seen);
        for (int row = 0; row < all.size(); row++) {
            assertThat(all.get(row))
                    .containsExactly(
                            List.of("0.0", "0.1", "0.2", "0.3").get(row / VEHICLES),
                            "vehicle-" + (row % VEHICLES + 1),
                            String.valueOf(seen.get(row).headway()),
                            String.valueOf(seen.get(row).speed()));
        }
    }
}
