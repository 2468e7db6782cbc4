package io.clearway.deployments.web;

import io.clearway.deployments.Bindings;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.SignalSheets;
import io.clearway.deployments.UnknownDeployment;
import io.clearway.deployments.live.ActiveDeployments;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Timing sheets of signals over REST. */
@RestController
@Tag(name = "Deployments")
class TimingController {
    private final Bindings bindings;
    private final Deployments deployments;
    private final ActiveDeployments active;

    TimingController(Bindings bindings, Deployments deployments, ActiveDeployments active) {
        this.bindings = bindings;
        this.deployments = deployments;
        this.active = active;
    }

    @GetMapping(
            path = DeploymentController.PATH + "/{id}/signals/{signal}/timing",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The timing sheet of a signal that the deployment was started with",
            description =
                    "Yellow, minimum green and maximum red of each movement, and the intergreens. They are kept as"
                            + " they were at the start, whatever became of the network's files since.")
    TimingView ofDeployment(@PathVariable UUID id, @PathVariable String signal) {
        return TimingView.of(signal, active.findSheets(id).orElseGet(() -> stored(id)));
    }

    private SignalSheets stored(UUID id) {
        return deployments.findSheets(id).orElseThrow(() -> missing(id));
    }

    private RuntimeException missing(UUID id) {
        return deployments.find(id).isEmpty()
                ? new UnknownDeployment(id)
                : new InvalidSetting(
                        "id", id, "it was started before timing sheets were stored; give a newer deployment");
    }

    @GetMapping(path = "/api/v1/scenarios/{name}/signals/{signal}/timing", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The timing sheet of a signal of a scenario",
            description = "With the scenario's default settings; a deployment started now would have the same.")
    TimingView ofScenario(@PathVariable String name, @PathVariable String signal) {
        return TimingView.of(signal, SignalSheets.of(bindings.scenario(name).live(Settings.none())));
    }
}
