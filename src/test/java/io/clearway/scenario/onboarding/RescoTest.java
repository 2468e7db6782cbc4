package io.clearway.scenario.onboarding;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.simulation.*;
import io.clearway.sumo.*;
import java.nio.file.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RescoTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cologne3", "ingolstadt1", "grid4x4"})
    void prints(String name) {
        Path file = Path.of("../shared/networks/resco-" + name, name + ".sumocfg");
        assumeTrue(Files.exists(file));
        ImportedTraffic traffic = new SumoImporter(System.getenv(), TimeLimits.defaults(), ImportLimits.defaults())
                .bring(new ImportSource.Configuration(file), ImportWishes.none(), folder);
        System.out.println(ReportText.of(new Onboarding(traffic).report(name, "SUMO")));
    }
}
