package io.clearway.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.metric.Metric;
import io.clearway.metric.TravelReport;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.scenario.SeriesOverTime.Clock;
import io.clearway.scenario.SeriesOverTime.Limit;
import io.clearway.scenario.SeriesOverTime.Line;
import io.clearway.training.EpisodeDetails;
import io.clearway.training.EpisodeResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EvaluationRowTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SeriesOverTime SERIES = new SeriesOverTime(
            "persons by state",
            "persons",
            new Clock("days", 1),
            List.of(new Line("infected", List.of(0.0, 5.0)), new Line("dead", List.of(0.0, 1.0))),
            List.of(new Limit("beds", 10)));

    private static EpisodeResult result(List<SeriesOverTime> series) {
        return new EpisodeResult(
                "random",
                3,
                Map.of(Metric.PAPER_REWARD, -1.5),
                new EpisodeDetails(List.of(), TravelReport.NONE, series, Map.of()),
                "SUMO 1.15.0",
                "abc");
    }

    @Test
    void seriesOverTimeAreReadAsTheyWereWritten() {
        String written = JSON.writeValueAsString(EvaluationRow.of(result(List.of(SERIES))));
        assertThat(EvaluationRow.readRow(JSON.readTree(written))).isEqualTo(result(List.of(SERIES)));
    }

    @Test
    void whereNoneWereRecordedThereIsNoField() {
        String written = JSON.writeValueAsString(EvaluationRow.of(result(List.of())));
        assertThat(written).doesNotContain("series");
        assertThat(EvaluationRow.readRow(JSON.readTree(written))).isEqualTo(result(List.of()));
    }
}
