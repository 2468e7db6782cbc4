package io.clearway.deployments.web;

import io.clearway.deployments.Deployments;
import io.clearway.deployments.UnknownDeployment;
import io.clearway.deployments.control.OperatorOrder;
import io.clearway.deployments.live.ActiveDeployments;
import io.clearway.setting.EnumWords;
import io.clearway.setting.InvalidSetting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders of operators to the signals of a deployment. They need no database. */
@RestController
@RequestMapping(
        path = DeploymentController.PATH + "/{id}/signals",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deployments", description = "Controllers of live simulations")
class SignalOrderController {
    private final ActiveDeployments active;
    private final Deployments deployments;

    SignalOrderController(ActiveDeployments active, Deployments deployments) {
        this.active = active;
        this.deployments = deployments;
    }

    @PostMapping("/{signal}/{action}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Order one signal to hold a stage, follow fixed time, be reset or released",
            description = "Actions: hold, fixed-time, reset, release. Carried out within a simulated second, through"
                    + " yellow and clearance as always; recorded with operator and reason.")
    SignalOrderView orderOne(
            @PathVariable UUID id,
            @PathVariable String signal,
            @PathVariable String action,
            @RequestBody SignalOrderBody body) {
        return order(id, body.toOrder(action(action), Optional.of(signal)));
    }

    @PostMapping("/{action}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "The same for all signals of a deployment")
    SignalOrderView orderAll(@PathVariable UUID id, @PathVariable String action, @RequestBody SignalOrderBody body) {
        return order(id, body.toOrder(action(action), Optional.empty()));
    }

    private static OperatorOrder.Action action(String word) {
        return EnumWords.constant(OperatorOrder.Action.class, "action", word);
    }

    private SignalOrderView order(UUID id, OperatorOrder order) {
        if (active.order(id, order)) {
            return SignalOrderView.of(order);
        }
        if (deployments.find(id).isEmpty()) {
            throw new UnknownDeployment(id);
        }
        throw new InvalidSetting("id", id, "give a deployment that is active in this service");
    }
}
