package io.clearway.cli.client;

import io.clearway.algorithm.Checkpoint.Origin;
import io.clearway.cli.report.EvaluationRow;
import io.clearway.cli.report.ReportedRun;
import io.clearway.cli.report.ReportedRun.Episode;
import io.clearway.cli.report.ReportedRuns;
import io.clearway.metric.Metric;
import io.clearway.training.EpisodeResult;
import io.clearway.training.SelectionSettings;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A training run of a service, as seen over REST. */
public final class ServiceRun {
    /** Where runs are. */
    public static final String RUNS = "/api/v1/runs";

    private final ServiceClient client;
    private final String id;

    public ServiceRun(ServiceClient client, String id) {
        this.client = client;
        this.id = id;
    }

    /** The run with this id, or the only one whose id begins with it. */
    public static ServiceRun named(ServiceClient client, String start) {
        if (!start.matches("[0-9a-f-]{1,36}")) {
            throw new IllegalArgumentException(
                    "run: '%s' cannot be used; give the id of a run or its beginning, as 'clearway runs' lists them"
                            .formatted(start));
        }
        List<String> fitting = client.get(RUNS + "?limit=1000&q=" + start)
                .path("runs")
                .valueStream()
                .map(run -> run.path("id").asString())
                .filter(id -> id.startsWith(start))
                .toList();
        if (fitting.size() > 1) {
            throw new IllegalArgumentException("run: '%s' cannot be used; %d ids begin with it; give more characters"
                    .formatted(start, fitting.size()));
        }
        return new ServiceRun(client, fitting.isEmpty() ? start : fitting.get(0));
    }

    public String id() {
        return id;
    }

    /** The run as it is now. */
    public JsonNode look() {
        return client.get(path(""));
    }

    /** The run as reports show it. */
    public ReportedRun reported() {
        JsonNode run = look();
        Origin origin = new Origin(
                run.path("scenario").asString(),
                values(run.path("scenarioSettings")),
                run.path("algorithm").asString(),
                values(run.path("algorithmSettings")),
                run.path("seed").asLong());
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("run", id);
        provenance.put("status", run.path("status").asString());
        JsonNode selection = run.path("selection").path("text");
        if (!selection.isMissingNode()) {
            provenance.put("final policy", selection.asString());
        }
        provenance.put("created", run.path("createdAt").asString());
        provenance.put("scenario hash", run.path("scenarioHash").asString());
        provenance.put("simulator", run.path("simulator").asString("not started yet"));
        String name = run.path("name").asString();
        return ReportedRuns.of(
                name.isEmpty() ? ReportedRuns.label(origin) : name,
                origin,
                new ReportedRuns.Requested(
                        run.path("decisions").asInt(),
                        run.has("validationSeeds")
                                ? Optional.of(new SelectionSettings(
                                        run.path("validationSeeds").asInt(),
                                        run.path("candidates").asInt()))
                                : Optional.empty()),
                episodes(0),
                evaluations(),
                provenance);
    }

    /** Held-out episodes that have been played, of all controllers. */
    public List<EpisodeResult> evaluations() {
        return client.get(path("/evaluations"))
                .valueStream()
                .map(EvaluationRow::read)
                .toList();
    }

    /** Number of held-out episodes that have been played. */
    public int evaluated() {
        return client.get(path("/evaluations")).size();
    }

    /** Training episodes from one on, in order. */
    public List<Episode> episodes(int from) {
        Map<Integer, Episode> episodes = new TreeMap<>();
        for (JsonNode series : client.get(path("/metrics?fromEpisode=" + from))) {
            Metric.of(series.path("metric").asString()).ifPresent(metric -> {
                for (JsonNode point : series.path("points")) {
                    episodes.computeIfAbsent(point.path("episode").asInt(), number -> episode(number, point))
                            .metrics()
                            .put(metric, point.path("value").asDouble());
                }
            });
        }
        return List.copyOf(episodes.values());
    }

    private static Episode episode(int number, JsonNode point) {
        return new Episode(
                number,
                point.path("controller").asString(),
                point.path("decisions").asInt(),
                new EnumMap<>(Metric.class));
    }

    private String path(String rest) {
        return RUNS + "/" + id + rest;
    }

    private static Map<String, Object> values(JsonNode settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        settings.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static Object value(JsonNode node) {
        return node.isArray() ? node.valueStream().map(ServiceRun::value).toList() : node.asString();
    }
}
