package io.clearway.cli.report;

import io.clearway.metric.EvaluationMetrics;
import io.clearway.metric.Metric;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.training.EpisodeDetails;
import io.clearway.training.EpisodeResult;
import io.clearway.training.TravelReports;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One seed's result as the evaluation file holds it. */
public final class EvaluationRow {
    private static final String SUMO = "SUMO ";
    private static final String QUEUE = "queueByMinute";
    private static final String TRAVEL = "travel";
    private static final String SERIES = "series";
    private static final String SETTINGS = "settings";
    private static final JsonMapper JSON = new JsonMapper();

    private EvaluationRow() {}

    /**
     * Field name → value, in the order of the documented format; metrics, queues, trips and series that the scenario
     * does not have are left out.
     */
    public static Map<String, Object> of(EpisodeResult result) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("controller", result.controller());
        row.put("seed", result.seed());
        for (Metric metric : EvaluationMetrics.WHOLE_NUMBERS) {
            Double value = result.metrics().get(metric);
            if (value != null) {
                row.put(metric.key(), value.longValue());
            }
        }
        for (Metric metric : EvaluationMetrics.FIGURES) {
            Double value = result.metrics().get(metric);
            if (value != null) {
                row.put(metric.key(), value);
            }
        }
        row.put("sumoVersion", version(result.simulator()));
        row.put("scenarioHash", result.scenarioHash());
        if (!result.queueByMinute().isEmpty()) {
            row.put(QUEUE, result.queueByMinute());
        }
        if (!result.details().travel().byMode().isEmpty()) {
            row.put(TRAVEL, TravelReports.toMap(result.details().travel()));
        }
        if (!result.details().series().isEmpty()) {
            row.put(SERIES, result.details().series());
        }
        if (!result.details().settings().isEmpty()) {
            row.put(SETTINGS, new TreeMap<>(result.details().settings()));
        }
        return row;
    }

    /** A result as the service returns it, its metrics in an object of their own. */
    public static EpisodeResult read(JsonNode evaluation) {
        return result(
                evaluation,
                evaluation.path("metrics"),
                evaluation.path("simulator").asString());
    }

    /** A result as {@link #of} wrote it. */
    public static EpisodeResult readRow(JsonNode row) {
        return result(row, row, SUMO + row.path("sumoVersion").asString());
    }

    private static EpisodeResult result(JsonNode from, JsonNode figures, String simulator) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        figures.properties()
                .forEach(entry -> Metric.of(entry.getKey())
                        .ifPresent(
                                metric -> metrics.put(metric, entry.getValue().asDouble())));
        return new EpisodeResult(
                from.path("controller").asString(),
                from.path("seed").asLong(),
                metrics,
                new EpisodeDetails(
                        from.path(QUEUE).valueStream().map(JsonNode::asDouble).toList(),
                        TravelReports.read(from.path(TRAVEL)),
                        series(from.path(SERIES)),
                        settings(from.path(SETTINGS))),
                simulator,
                from.path("scenarioHash").asString());
    }

    private static List<SeriesOverTime> series(JsonNode lines) {
        return lines.isArray() ? JSON.convertValue(lines, new TypeReference<List<SeriesOverTime>>() {}) : List.of();
    }

    private static Map<String, Object> settings(JsonNode fields) {
        return fields.isObject() ? JSON.convertValue(fields, new TypeReference<Map<String, Object>>() {}) : Map.of();
    }

    /** {@code 1.15.0} of {@code SUMO 1.15.0}. */
    public static String version(String simulator) {
        return simulator.startsWith(SUMO) ? simulator.substring(SUMO.length()) : simulator;
    }
}
