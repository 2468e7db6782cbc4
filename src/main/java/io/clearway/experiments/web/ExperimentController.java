package io.clearway.experiments.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.catalog.Catalog;
import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiments.ExperimentSource;
import io.clearway.experiments.ExperimentSource.Format;
import io.clearway.experiments.Experiments;
import io.clearway.experiments.Experiments.Submission;
import io.clearway.experiments.ResultReader;
import io.clearway.experiments.StoredExperiment;
import io.clearway.experiments.TrialState;
import io.clearway.setting.InvalidSetting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Submits, shows and cancels experiments. */
@RestController
@RequestMapping(path = ExperimentController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Experiments", description = "Algorithms and rules × scenarios × seeds × settings, compared")
class ExperimentController {
    static final String PATH = "/api/v1/experiments";
    private static final String YAML = "application/yaml";
    private static final String DRY_RUN = "Only check it: nothing is stored or played";
    private static final int MOST_LISTED = 1000;

    private final Experiments experiments;
    private final ResultReader results;
    private final Catalog catalog;
    private final Clock clock;

    ExperimentController(Experiments experiments, ResultReader results, Catalog catalog, Clock clock) {
        this.experiments = experiments;
        this.results = results;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What an experiment would play. */
    @Schema(name = "ExperimentPlan")
    record PlanView(String name, int trials, long trainingDecisions, long evaluationEpisodes, long decisions) {
        static PlanView of(ExperimentPlan plan) {
            return new PlanView(
                    plan.experiment().name(),
                    plan.trials().size(),
                    plan.trainingDecisions(),
                    plan.evaluationEpisodes(),
                    plan.decisions());
        }
    }

    /** An experiment with its description and the state of each of its trials. */
    @Schema(name = "ExperimentDetails")
    record DetailsView(@JsonUnwrapped ExperimentView experiment, ExperimentSource source, List<TrialState> trials) {}

    @PostMapping(consumes = {YAML, "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN_VALUE})
    @Operation(
            summary = "Submit an experiment in YAML",
            description = "The file of the command 'experiment'. All that is wrong with it is named with its line."
                    + " Its training runs are queued, and the episodes of its rules; workers take them one by one."
                    + " Responds with 201 and the experiment. The same submitted again is answered with 200 and the"
                    + " same experiment; what has failed of it or was canceled is then queued again.")
    @ApiResponse(
            responseCode = "201",
            description = "A new experiment",
            content = @Content(schema = @Schema(implementation = ExperimentView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The same experiment was submitted before",
            content = @Content(schema = @Schema(implementation = ExperimentView.class)))
    ResponseEntity<?> submitYaml(
            @RequestBody byte[] body,
            @Parameter(description = DRY_RUN) @RequestParam(defaultValue = "false") boolean dryRun) {
        return submit(body, Format.YAML, dryRun);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Submit an experiment in JSON", description = "The same fields as in YAML, as one object.")
    @ApiResponse(
            responseCode = "201",
            description = "A new experiment",
            content = @Content(schema = @Schema(implementation = ExperimentView.class)))
    ResponseEntity<?> submitJson(
            @RequestBody byte[] body,
            @Parameter(description = DRY_RUN) @RequestParam(defaultValue = "false") boolean dryRun) {
        return submit(body, Format.JSON, dryRun);
    }

    private ResponseEntity<?> submit(byte[] body, Format format, boolean dryRun) {
        var source = new ExperimentSource(new String(body, StandardCharsets.UTF_8), format);
        ExperimentPlan plan = source.described().plan(catalog);
        if (dryRun) {
            return ResponseEntity.ok(PlanView.of(plan));
        }
        Submission submission = experiments.submit(source, plan);
        var answer = submission.created()
                ? ResponseEntity.created(URI.create(PATH + "/" + submission.id()))
                : ResponseEntity.ok();
        return answer.body(ExperimentView.of(experiments.get(submission.id()).overview(), clock.instant()));
    }

    @GetMapping
    @Operation(summary = "List experiments, the newest first", description = "With the state and progress of each.")
    List<ExperimentView> list(
            @Parameter(description = "Maximum number of experiments, 1 to 1000") @RequestParam(defaultValue = "100")
                    int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new InvalidSetting("limit", limit, "give a whole number from 1 to " + MOST_LISTED);
        }
        return experiments.list(limit).stream()
                .map(experiment -> ExperimentView.of(experiment, clock.instant()))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get an experiment",
            description = "Its progress, its description as it was submitted, and each trial with its state; of a"
                    + " learning trial with the id of its run.")
    DetailsView get(@PathVariable UUID id) {
        StoredExperiment experiment = experiments.get(id);
        return new DetailsView(
                ExperimentView.of(experiment.overview(), clock.instant()), experiment.source(), experiment.trials());
    }

    @GetMapping("/{id}/results")
    @Operation(
            summary = "The results of an experiment",
            description = "The fields of 'results.json' of the command 'experiment', with the same values: IQM and mean"
                    + " with stratified bootstrap intervals, paired differences with Holm's correction, probability of"
                    + " improvement, performance profiles, learning curves. Answers 409 until all trials are"
                    + " finished. They are computed when first requested, and kept.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<String> results(@PathVariable UUID id) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(results.json(id));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Cancel an experiment",
            description = "Cancels its trials that are not over: those that wait at once, others within about a second."
                    + " What is there is kept. Idempotent; an experiment whose trials are all over answers 409.")
    ExperimentView cancel(@PathVariable UUID id) {
        experiments.cancel(id);
        return ExperimentView.of(experiments.get(id).overview(), clock.instant());
    }
}
