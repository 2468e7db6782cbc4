package io.clearway.cli.report.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.cli.report.EvaluationRow;
import io.clearway.metric.CorridorMeasures;
import io.clearway.metric.CorridorMeasures.Counts;
import io.clearway.metric.CorridorMeasures.Times;
import io.clearway.metric.CorridorMeasures.Way;
import io.clearway.metric.Metric;
import io.clearway.metric.TravelMode;
import io.clearway.metric.TravelReport;
import io.clearway.metric.TripMeasures;
import io.clearway.report.HtmlReport;
import io.clearway.report.comparison.BeforeAfter;
import io.clearway.report.comparison.ControllerComparison;
import io.clearway.training.EpisodeDetails;
import io.clearway.training.EpisodeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Corridors in results, tables and comparisons. */
class CorridorReportTest {
    @TempDir
    private Path folder;

    private static EpisodeResult result(String controller, long seed, double mean) {
        CorridorMeasures measures = new CorridorMeasures(
                "main street",
                "a to b",
                new Way(1000, 50),
                new Counts(10, 2),
                new Times(mean, mean, mean + 10, mean + 20),
                1.5,
                0.25);
        return new EpisodeResult(
                controller,
                seed,
                Map.of(Metric.TIME_IN_SYSTEM, mean),
                new EpisodeDetails(
                        List.of(),
                        new TravelReport(Map.of(TravelMode.CAR, TripMeasures.NONE), List.of(), List.of(measures)),
                        Map.of()),
                "SUMO 1.15.0",
                "hash");
    }

    private static List<EpisodeResult> results() {
        List<EpisodeResult> results = new ArrayList<>();
        for (int seed = 1; seed <= 5; seed++) {
            results.add(result("before", seed, 100 + seed));
            results.add(result("after", seed, 80 + seed + 0.1 * seed));
        }
        return results;
    }

    @Test
    void aResultKeepsItsCorridorsInItsFile() {
        EpisodeResult result = result("before", 1, 100);
        JsonMapper json = new JsonMapper();
        EpisodeResult read = EvaluationRow.readRow(json.readTree(json.writeValueAsString(EvaluationRow.of(result))));
        assertThat(read.details().travel().corridors())
                .isEqualTo(result.details().travel().corridors());
    }

    @Test
    void theTableHasTheIndicesOfAllSeedsTogether() {
        assertThat(CorridorReport.rows(results()).get(0))
                .containsExactly(
                        "before", "a to b", "50", "103.0", "103.0", "113.0", "123.0", "103.0", "2.06", "0.19", "2.46",
                        "1.50");
        assertThat(CorridorReport.csv(results()).lines())
                .hasSize(11)
                .element(1)
                .asString()
                .startsWith("before,1,main street,a to b,1000.0,50.0,10,2,101.0,101.0,111.0,121.0,101.0,2.02,");
    }

    @Test
    void theComparisonBeforeAndAfterHasTheCorridor() {
        BeforeAfter comparison = ControllerComparison.of(results(), "before", "after");
        assertThat(comparison.winners())
                .contains("corridor main street, a to b, mean travel time: -19.70 ± 0.20 s (83.3 instead of 103.0)");
    }

    @Test
    void theReportDrawsVehiclesAndGreensOfTheFirstSeed() throws IOException {
        Path episode = Files.createDirectories(folder.resolve("x"));
        Files.writeString(episode.resolve("greens.csv"), "h\na to b,s1,0.0,0.0,30.0\na to b,s2,500.0,40.0,60.0\n");
        Files.writeString(episode.resolve("bands.csv"), "h\na to b,10.0,20.0,50.0,1000.0\n");
        Files.writeString(
                episode.resolve("trajectories.csv"),
                "h\na to b,car,10.0,0.0,10.0\na to b,car,11.0,10.0,10.0\nb to a,other,11.0,10.0,10.0\n");
        String page = HtmlReport.render(CorridorReport.of("town", results(), result -> episode));
        assertThat(page).contains("Corridor main street of town").contains("before, then after");
        // a panel for each of the two controllers: two greens, a band, a vehicle
        assertThat(page.split("<svg ", -1)).hasSize(3);
        assertThat(page.split("<rect ", -1)).hasSize(5);
        assertThat(page.split("<polygon ", -1)).hasSize(3);
        assertThat(page.split("<polyline ", -1)).hasSize(3);
    }
}
