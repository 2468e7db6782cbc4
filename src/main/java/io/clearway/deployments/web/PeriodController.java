package io.clearway.deployments.web;

import io.clearway.deployments.Deployments;
import io.clearway.deployments.Deployments.StoredDeployment;
import io.clearway.deployments.Deployments.StoredEvent;
import io.clearway.deployments.UnknownDeployment;
import io.clearway.deployments.periods.LivePeriod;
import io.clearway.deployments.periods.Period;
import io.clearway.deployments.periods.PeriodComparison;
import io.clearway.report.comparison.BeforeAfter;
import io.clearway.runs.web.BeforeAfterView;
import io.clearway.runs.web.ReportDownload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two periods of live traffic, one before and one after. */
@RestController
@RequestMapping(DeploymentController.PATH + "/{id}")
@Tag(name = "Deployments")
class PeriodController {
    private static final String FILE = "before-after-";

    private final Deployments deployments;

    PeriodController(Deployments deployments) {
        this.deployments = deployments;
    }

    /** Which periods to compare. */
    record Periods(
            @Parameter(description = "Begin and end in seconds of simulated time, such as 0-7200", required = true)
            @Nullable String before,

            @Parameter(description = "The same of the second period", required = true) @Nullable String after,

            @Parameter(description = "Deployment of the second period, where it is another one")
            @Schema(format = "uuid")
            @Nullable UUID other) {
        Period parsed(String field, @Nullable String text) {
            return Period.parse(field, text == null ? "" : text);
        }
    }

    @GetMapping(path = "/before-after", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Two periods of live traffic side by side",
            description = "What the samples of deployments tell, quarter-hour by quarter-hour, paired by the time of"
                    + " day; and the conditions under which a conclusion may be given. Samples do not tell trips, modes"
                    + " of travel, or single signals.")
    BeforeAfterView view(@PathVariable UUID id, @ParameterObject Periods periods) {
        return BeforeAfterView.of(compare(id, periods));
    }

    @GetMapping(path = "/before-after.html", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The same as one HTML page that needs nothing beside it, to be kept")
    ResponseEntity<byte[]> html(@PathVariable UUID id, @ParameterObject Periods periods) {
        return ReportDownload.html(FILE + id, compare(id, periods));
    }

    @GetMapping(path = "/before-after.csv", produces = "text/csv")
    @Operation(summary = "All measures of it as CSV, numbers with all their digits")
    ResponseEntity<byte[]> csv(@PathVariable UUID id, @ParameterObject Periods periods) {
        return ReportDownload.csv(FILE + id, compare(id, periods));
    }

    private BeforeAfter compare(UUID id, Periods periods) {
        Period before = periods.parsed("before", periods.before());
        Period after = periods.parsed("after", periods.after());
        UUID other = periods.other() == null ? id : periods.other();
        return PeriodComparison.of(live(id, before), live(other, after));
    }

    private LivePeriod live(UUID id, Period period) {
        StoredDeployment stored = deployments.find(id).orElseThrow(() -> new UnknownDeployment(id));
        return new LivePeriod(
                stored,
                period,
                deployments.history(id),
                deployments.events(id, Deployments.MOST_EVENTS).stream()
                        .map(StoredEvent::event)
                        .toList());
    }
}
