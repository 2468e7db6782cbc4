package io.clearway.deployments.web;

import io.clearway.deployments.Deployment;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.Deployments.StoredDeployment;
import io.clearway.deployments.UnknownDeployment;
import io.clearway.deployments.live.ActiveDeployments;
import io.clearway.deployments.performance.DrivePerformance;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Performance of a deployment's signals over REST, measured from its event log. */
@RestController
@RequestMapping(
        path = DeploymentController.PATH + "/{id}/signals/{signal}",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deployments")
class PerformanceController {
    private static final String QUARTER_HOUR = "15";
    private static final String MINUTES = "Newest simulated time to measure, in minutes, 1 to 1440";

    private final Deployments deployments;
    private final ActiveDeployments active;
    private final DrivePerformance performance;

    PerformanceController(Deployments deployments, ActiveDeployments active, DrivePerformance performance) {
        this.deployments = deployments;
        this.active = active;
        this.performance = performance;
    }

    @GetMapping("/performance")
    @Operation(
            summary = "How a signal performed in the newest time that its event log holds",
            description = "Volume, arrivals on green and platoon ratio, splits and their failures, green utilization,"
                    + " terminations, and actuations on yellow and red of each phase, as the command 'atspm' measures"
                    + " them. 409 where the deployment keeps no event log, or nothing of it can be read yet.")
    PerformanceView performance(
            @PathVariable UUID id,
            @PathVariable String signal,
            @Parameter(description = MINUTES) @RequestParam(defaultValue = QUARTER_HOUR) int minutes) {
        return PerformanceView.of(performance.measure(deployment(id), signal, minutes));
    }

    @GetMapping("/coordination")
    @Operation(
            summary = "The Purdue coordination diagram of a phase in the same time",
            description = "Cycles from red to red, and the arrivals within them, in seconds.")
    CoordinationView coordination(
            @PathVariable UUID id,
            @PathVariable String signal,
            @Parameter(description = "Number of the phase") @RequestParam int phase,
            @Parameter(description = MINUTES) @RequestParam(defaultValue = QUARTER_HOUR) int minutes) {
        return CoordinationView.of(phase, performance.diagram(deployment(id), signal, phase, minutes));
    }

    private Deployment deployment(UUID id) {
        return active.find(id)
                .or(() -> deployments.find(id))
                .map(StoredDeployment::deployment)
                .orElseThrow(() -> new UnknownDeployment(id));
    }
}
