package io.clearway.runs.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.algorithm.CheckpointFile;
import io.clearway.metric.Metric;
import io.clearway.metric.TravelReport;
import io.clearway.runs.Checkpoints;
import io.clearway.runs.Checkpoints.CheckpointInfo;
import io.clearway.runs.Runs;
import io.clearway.runs.UnknownCheckpoint;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import io.clearway.training.TravelMeans;
import io.clearway.training.TravelReports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The results of a run: metrics, evaluations, checkpoints. */
@RestController
@RequestMapping(RunController.PATH + "/{id}")
@Tag(name = "Runs")
class ResultController {
    private final Runs runs;
    private final Checkpoints checkpoints;

    ResultController(Runs runs, Checkpoints checkpoints) {
        this.runs = runs;
        this.checkpoints = checkpoints;
    }

    /** One metric over the episodes of a run. */
    record Series(String metric, String unit, String meaning, List<Point> points) {}

    /** One episode's value; {@code decisions} counts from the beginning of the run to the end of the episode. */
    record Point(int episode, int decisions, String controller, double value) {}

    /**
     * One held-out episode of one controller; metrics by key, mean queue of each minute of simulated time, trips by
     * mode and control delay by signal, series over its time, settings of the scenario under which it was played.
     */
    record EvaluationView(
            String controller,
            long seed,
            String simulator,
            String scenarioHash,
            Map<String, Double> metrics,
            @JsonUnwrapped DetailsView details) {}

    /** What is known of a held-out episode beside its metrics. */
    @Schema(name = "EvaluationDetails")
    record DetailsView(
            List<Double> queueByMinute,
            Map<String, Object> travel,
            List<SeriesOverTime> series,
            Map<String, Object> settings) {}

    @GetMapping(path = "/metrics", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Training metrics by episode",
            description = "One series per metric, in the order of the catalog of metrics; points are in the order of"
                    + " episodes. The controller of a point is 'learner', or the rule that played a warm start.")
    List<Series> metrics(
            @PathVariable UUID id,
            @Parameter(description = "Only episodes from this one on") @RequestParam(defaultValue = "0")
                    int fromEpisode) {
        List<EpisodeReport> episodes = runs.episodes(id, fromEpisode);
        return Arrays.stream(Metric.values())
                .map(metric -> series(metric, episodes))
                .filter(series -> !series.points().isEmpty())
                .toList();
    }

    @GetMapping(path = "/evaluations", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The held-out evaluation",
            description = "The final policy, under the algorithm's name, and every rule of the scenario, seed by seed."
                    + " They appear as they are played.")
    List<EvaluationView> evaluations(@PathVariable UUID id) {
        return runs.evaluations(id).stream().map(ResultController::view).toList();
    }

    @GetMapping(path = "/travel", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The held-out evaluation by mode of travel and by signal",
            description = "For each controller its trips by mode and the control delay of every signal, approach and"
                    + " movement, over all of its seeds; the form is that of an evaluation's 'travel'.")
    Map<String, Map<String, Object>> travel(@PathVariable UUID id) {
        Map<String, List<TravelReport>> byController = new LinkedHashMap<>();
        runs.evaluations(id)
                .forEach(result -> byController
                        .computeIfAbsent(result.controller(), name -> new ArrayList<>())
                        .add(result.details().travel()));
        Map<String, Map<String, Object>> views = new LinkedHashMap<>();
        byController.forEach(
                (controller, episodes) -> views.put(controller, TravelReports.toMap(TravelMeans.of(episodes))));
        return views;
    }

    @GetMapping(path = "/series", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The held-out evaluation over the time of an episode",
            description = "For each controller what the scenario records over the time of an episode, such as persons"
                    + " by state: mean, minimum and maximum over its seeds, and the limits that the scenario draws.")
    Map<String, List<SeriesView>> series(@PathVariable UUID id) {
        Map<String, List<List<SeriesOverTime>>> byController = new LinkedHashMap<>();
        runs.evaluations(id)
                .forEach(result -> byController
                        .computeIfAbsent(result.controller(), name -> new ArrayList<>())
                        .add(result.details().series()));
        Map<String, List<SeriesView>> views = new LinkedHashMap<>();
        byController.forEach((controller, episodes) -> views.put(controller, SeriesView.over(episodes)));
        return views;
    }

    @GetMapping(path = "/checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The kept checkpoints, the newest first",
            description = "While a run trains only the newest few are kept; those at its end stay.")
    List<CheckpointInfo> checkpoints(@PathVariable UUID id) {
        runs.get(id);
        return checkpoints.list(id);
    }

    @GetMapping(path = "/checkpoints/{checkpointId}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Download a checkpoint",
            description = "A checkpoint file for 'clearway evaluate --controller FILE'.")
    ResponseEntity<byte[]> download(@PathVariable UUID id, @PathVariable UUID checkpointId) {
        runs.get(id);
        byte[] file = checkpoints.list(id).stream()
                .filter(kept -> kept.id().equals(checkpointId))
                .findFirst()
                .flatMap(kept -> checkpoints.find(kept.id()))
                .map(CheckpointFile::toBytes)
                .orElseThrow(() -> new UnknownCheckpoint(checkpointId));
        String name = ContentDisposition.attachment()
                .filename(checkpointId + ".checkpoint")
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file);
    }

    private static Series series(Metric metric, List<EpisodeReport> episodes) {
        List<Point> points = episodes.stream()
                .filter(episode -> episode.metrics().containsKey(metric))
                .map(episode -> new Point(
                        episode.episode(),
                        episode.decisions(),
                        episode.controller(),
                        episode.metrics().getOrDefault(metric, Double.NaN)))
                .toList();
        return new Series(metric.key(), metric.unit(), metric.meaning(), points);
    }

    private static EvaluationView view(EpisodeResult result) {
        Map<String, Double> metrics = result.metrics().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(
                        entry -> entry.getKey().key(), Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
        return new EvaluationView(
                result.controller(),
                result.seed(),
                result.simulator(),
                result.scenarioHash(),
                metrics,
                new DetailsView(
                        result.queueByMinute(),
                        TravelReports.toMap(result.details().travel()),
                        result.details().series(),
                        result.details().settings()));
    }
}
