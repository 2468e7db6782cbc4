package io.clearway.runs.web;

import io.clearway.report.comparison.BeforeAfter;
import io.clearway.report.comparison.ControllerComparison;
import io.clearway.runs.NotEvaluatedYet;
import io.clearway.runs.Run;
import io.clearway.runs.Runs;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.EpisodeResult;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two controllers of a run's held-out evaluation, one before and one after. */
@RestController
@RequestMapping(RunController.PATH + "/{id}")
@Tag(name = "Runs")
class BeforeAfterController {
    private static final String BEFORE = "Controller that is to be replaced, as the results name it";
    private static final String AFTER = "Controller that is to replace it";

    private final Runs runs;

    BeforeAfterController(Runs runs) {
        this.runs = runs;
    }

    @GetMapping(path = "/before-after", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Two controllers side by side",
            description = "All measures of traffic of the held-out episodes, paired by seed, by mode of travel, signal,"
                    + " approach and movement; who loses, who wins; and the conditions under which a conclusion may"
                    + " be given. The same as 'report --before --after'.")
    BeforeAfterView view(
            @PathVariable UUID id,
            @Parameter(description = BEFORE) @RequestParam String before,
            @Parameter(description = AFTER) @RequestParam String after) {
        return BeforeAfterView.of(compare(id, before, after));
    }

    @GetMapping(path = "/before-after.html", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The same as one HTML page that needs nothing beside it, to be kept")
    ResponseEntity<byte[]> html(
            @PathVariable UUID id,
            @Parameter(description = BEFORE) @RequestParam String before,
            @Parameter(description = AFTER) @RequestParam String after) {
        return ReportDownload.html("before-after-" + id, compare(id, before, after));
    }

    @GetMapping(path = "/before-after.csv", produces = "text/csv")
    @Operation(summary = "All measures of it as CSV, numbers with all their digits")
    ResponseEntity<byte[]> csv(
            @PathVariable UUID id,
            @Parameter(description = BEFORE) @RequestParam String before,
            @Parameter(description = AFTER) @RequestParam String after) {
        return ReportDownload.csv("before-after-" + id, compare(id, before, after));
    }

    private BeforeAfter compare(UUID id, String before, String after) {
        List<EpisodeResult> results = runs.evaluations(id);
        if (results.isEmpty()) {
            Run run = runs.get(id);
            if (!run.status().isOver()) {
                throw new NotEvaluatedYet(run);
            }
            throw new InvalidSetting("id", id, "this run has no held-out episodes; give one that has");
        }
        return ControllerComparison.of(results, before, after);
    }
}
