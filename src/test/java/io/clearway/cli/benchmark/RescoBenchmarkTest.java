package io.clearway.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.catalog.Catalog;
import io.clearway.cli.benchmark.RescoBenchmark.MapResult;
import io.clearway.cli.command.Installation;
import io.clearway.imports.ScenarioFolders;
import io.clearway.imports.ScenarioImport;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.sumo.Crossing;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.importing.ImportLimits;
import io.clearway.training.ConfidenceInterval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescoBenchmarkTest {
    @TempDir
    Path folder;

    private RescoBenchmark benchmark(String... controllers) {
        SumoSimulator simulator = Crossing.simulator(folder);
        Installation installation = new Installation(
                folder,
                () -> simulator,
                () -> Catalog.standard(simulator, Path.of("sumo-networks")),
                () -> new ScenarioFolders(folder.resolve("scenarios"), simulator),
                () -> new ScenarioImport(PlainTown.importer(ImportLimits.defaults()), simulator));
        return new RescoBenchmark(installation, List.of(controllers), List.of(100L), 1, Settings.none());
    }

    @Test
    void putsPublishedDelaysBesideThoseOfThisRun() {
        Path map = Path.of("../shared/networks/resco-ingolstadt1");
        assumeTrue(Files.isDirectory(map), "There is no " + map);
        List<MapResult> results = benchmark("fixed-time").run(map, name -> {});
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.map()).isEqualTo("ingolstadt1");
            // of another version of SUMO the published one is 39.4 s
            assertThat(Objects.requireNonNull(result.delays().get("fixed-time")).mean())
                    .isCloseTo(39.4, within(4.0));
            assertThat(result.published().get(0).controller()).isEqualTo("IDQN");
        });
        assertThat(RescoTable.of(results, false))
                .containsPattern("ingolstadt1 +fixed-time +4\\d\\.\\d +this run")
                .containsPattern("ingolstadt1 +IDQN +22\\.2 +21\\.5 +published")
                .doesNotContain("±");
    }

    @Test
    void aFolderWithoutMapsIsRefused() {
        assertThatThrownBy(() -> benchmark("fixed-time").run(folder, name -> {}))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("--maps")
                .hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> benchmark("fixed-time").run(folder.resolve("none"), name -> {}))
                .isInstanceOf(InvalidSetting.class);
    }

    @Test
    void aMapThatIsNotOfRescoHasNoPublishedFigures() {
        var interval = ConfidenceInterval.of(List.of(10.0, 14.0));
        MapResult other = new MapResult(
                "town", Map.of("gating", interval), RescoFigures.read().of("town"));
        assertThat(other.published()).isEmpty();
        assertThat(RescoTable.of(List.of(other), false)).contains("12.0 ± 25.4");
    }
}
