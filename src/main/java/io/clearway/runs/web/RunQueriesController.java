package io.clearway.runs.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.catalog.Catalog;
import io.clearway.metric.Metric;
import io.clearway.runs.RunQueries;
import io.clearway.runs.RunQueries.Curve;
import io.clearway.runs.RunQueries.CurvePoint;
import io.clearway.runs.RunQueries.Filter;
import io.clearway.runs.RunQueries.Snapshot;
import io.clearway.runs.RunQueries.Taken;
import io.clearway.runs.RunStatus;
import io.clearway.runs.Runs;
import io.clearway.scenario.LiveScenario;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Suggestion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Runs for display: lists of runs, curves of few points, the table of results, and events. */
@RestController
@RequestMapping(path = RunController.PATH)
@Tag(name = "Runs")
class RunQueriesController {
    private static final int MAX_PAGE = 1000;
    private static final int MAX_POINTS = 2000;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final RunQueries queries;
    private final Runs runs;
    private final Catalog catalog;
    private final EventStreams streams;

    RunQueriesController(RunQueries queries, Runs runs, Catalog catalog, EventStreams streams) {
        this.queries = queries;
        this.runs = runs;
        this.catalog = catalog;
        this.streams = streams;
    }

    /** A page of runs. */
    record PageView(
            long total,
            Map<RunStatus, Long> byStatus,
            List<String> scenarios,
            List<String> algorithms,
            List<EntryView> runs) {}

    /** A run and the metrics of the newest episode that its learner played itself, by key. */
    @Schema(name = "ListedRun")
    record EntryView(@JsonUnwrapped RunView run, Map<String, Double> latestMetrics) {}

    /** A metric over a run; points are in the order of episodes. */
    record CurveView(String metric, String unit, String meaning, List<CurvePoint> points) {}

    /**
     * A run, the number of its results, its demonstrations, and whether its checkpoints can drive a live simulation.
     */
    record SnapshotView(
            RunView run, int episodes, int evaluations, int checkpoints, Taken demonstrations, boolean live) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List runs, the newest first",
            description = "With the total number, the number per status, and the metrics of the newest"
                    + " episode that each run's learner played itself.")
    PageView page(
            @RequestParam @Nullable RunStatus status,
            @RequestParam @Nullable String scenario,
            @RequestParam @Nullable String algorithm,
            @Parameter(description = "Part of the name, or beginning of the id") @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int offset,
            @Parameter(description = "Maximum number of runs, 1 to 1000") @RequestParam(defaultValue = "25")
                    int limit) {
        inRange("limit", limit, 1, MAX_PAGE);
        inRange("offset", offset, 0, Integer.MAX_VALUE);
        Filter filter = new Filter(Optional.ofNullable(status), given(scenario), given(algorithm), given(q));
        RunQueries.Page page = queries.page(filter, offset, limit);
        return new PageView(
                page.total(),
                page.byStatus(),
                page.scenarios(),
                page.algorithms(),
                page.entries().stream()
                        .map(entry -> new EntryView(RunView.of(entry.run()), byKey(entry.latestMetrics())))
                        .toList());
    }

    @GetMapping(path = "/{id}/curves", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Training curves of few points",
            description = "Neighboring episodes are aggregated to their mean, minimum and maximum, those of a rule's"
                    + " demonstrations apart from the learner's. All metrics that"
                    + " the run measured, or those that are named.")
    List<CurveView> curves(
            @PathVariable UUID id,
            @Parameter(description = "Keys of metrics") @RequestParam(required = false) @Nullable List<String> metric,
            @Parameter(description = "Maximum number of points of each, 1 to 2000") @RequestParam(defaultValue = "300")
                    int points) {
        inRange("points", points, 1, MAX_POINTS);
        runs.get(id);
        List<Metric> wanted = metric == null || metric.isEmpty()
                ? List.of(Metric.values())
                : metric.stream().map(RunQueriesController::metric).toList();
        return queries.curves(id, wanted, points).stream()
                .map(RunQueriesController::view)
                .toList();
    }

    @GetMapping(path = "/{id}/results", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The held-out evaluation as a table",
            description = "For each controller the means with their 95 % intervals (Student's t over seeds), and the"
                    + " paired differences of the learned policy to it on the seeds that both have played.")
    ResultTable results(@PathVariable UUID id) {
        return ResultTable.of(runs.get(id), runs.evaluations(id), catalog);
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Events of a run, as server-sent events",
            description = "An event 'run' at once and at every change: the run, and the number of episodes, held-out"
                    + " results and checkpoints, so that a client knows what to fetch.")
    SseEmitter events(@PathVariable UUID id) {
        queries.snapshot(id);
        return streams.open(POLL_INTERVAL, EventStreams.changes("run", () -> view(queries.snapshot(id))));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }

    private static void inRange(String field, int value, int minimum, int maximum) {
        if (value < minimum || value > maximum) {
            throw new InvalidSetting(field, value, "give a whole number from %d to %d".formatted(minimum, maximum));
        }
    }

    private static Metric metric(String key) {
        return Metric.of(key)
                .orElseThrow(() -> new InvalidSetting(
                        "metric",
                        key,
                        Suggestion.oneOf(
                                key,
                                Arrays.stream(Metric.values()).map(Metric::key).toList())));
    }

    private SnapshotView view(Snapshot snapshot) {
        String scenario = snapshot.run().request().scenario();
        return new SnapshotView(
                RunView.of(snapshot.run()),
                snapshot.episodes(),
                snapshot.evaluations(),
                snapshot.checkpoints(),
                snapshot.demonstrations(),
                catalog.has(scenario) && catalog.scenario(scenario) instanceof LiveScenario);
    }

    private static CurveView view(Curve curve) {
        Metric metric = curve.metric();
        return new CurveView(metric.key(), metric.unit(), metric.meaning(), curve.points());
    }

    private static Map<String, Double> byKey(Map<Metric, Double> metrics) {
        Map<String, Double> byKey = new LinkedHashMap<>();
        metrics.forEach((metric, value) -> byKey.put(metric.key(), value));
        return byKey;
    }
}
