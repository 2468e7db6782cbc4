package io.clearway.runs.web;

import io.clearway.catalog.Catalog;
import io.clearway.runs.Run;
import io.clearway.runs.RunRequest;
import io.clearway.runs.Runs;
import io.clearway.training.RunPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Submits, shows and cancels training runs. */
@RestController
@RequestMapping(path = RunController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Runs", description = "Training runs")
class RunController {
    static final String PATH = "/api/v1/runs";

    private final Runs runs;
    private final Catalog catalog;

    RunController(Runs runs, Catalog catalog) {
        this.runs = runs;
        this.catalog = catalog;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Queue a training run",
            description = "Checks every field, stores the request and queues it. Responds with 201, the run"
                    + " and its address in the Location header.")
    ResponseEntity<RunView> submit(@RequestBody RunBody body) {
        body.check(catalog);
        RunRequest request = body.request();
        RunPlan plan = request.training().plan(catalog);
        plan.requireMoreThanWarmStart("decisions");
        Run run = runs.submit(request, plan.scenario().hash());
        return ResponseEntity.created(URI.create(PATH + "/" + run.id())).body(RunView.of(run));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a run")
    RunView get(@PathVariable UUID id) {
        return RunView.of(runs.get(id));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Cancel a run",
            description = "A run that waits is CANCELED at once; one that is RUNNING ends within about a second, as"
                    + " cancelRequested shows until then. Canceling is idempotent. A run that has finished or"
                    + " failed answers 409.")
    RunView cancel(@PathVariable UUID id) {
        return RunView.of(runs.cancel(id));
    }
}
