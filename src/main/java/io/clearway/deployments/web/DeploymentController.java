package io.clearway.deployments.web;

import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.Deployments.Kept;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.UnknownDeployment;
import io.clearway.deployments.live.ActiveDeployments;
import io.clearway.setting.InvalidSetting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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

/** Controllers bound to live simulations: asked for, looked at, ended. */
@RestController
@RequestMapping(path = DeploymentController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deployments", description = "Controllers that drive live simulations")
class DeploymentController {
    static final String PATH = "/api/v1/deployments";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_POINTS = 10_000;

    private final Deployments deployments;
    private final ActiveDeployments drivers;
    private final DeploymentOrders orders;

    DeploymentController(Deployments deployments, ActiveDeployments drivers, DeploymentOrders orders) {
        this.deployments = deployments;
        this.drivers = drivers;
        this.orders = orders;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Let a controller drive a running simulation",
            description = "Checks every field, answers 201 and joins the simulation at once. State CONNECTING becomes"
                    + " DRIVING, or FAILED with the reason in the message. The simulation must run the scenario's"
                    + " network and detectors, which /api/v1/scenarios/{name}/live.zip holds, and be started such as:"
                    + " sumo -c clearway.sumocfg --remote-port 9999 --num-clients 1")
    ResponseEntity<DeploymentView> start(@RequestBody DeploymentBody body) {
        DeploymentOrders.Order order = orders.read(body);
        drivers.start(order.deployment(), order.binding());
        UUID id = order.deployment().id();
        return ResponseEntity.created(URI.create(PATH + "/" + id)).body(get(id));
    }

    @GetMapping
    @Operation(summary = "List deployments, the newest first; at most 1000")
    List<DeploymentView> list() {
        return deployments.list().stream()
                .map(kept -> DeploymentView.of(kept.deployment(), newest(kept), false))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a deployment: state, live queue and delay, and who decides at each signal, and why")
    DeploymentView get(@PathVariable UUID id) {
        Kept kept = kept(id);
        return DeploymentView.of(kept.deployment(), newest(kept), true);
    }

    @GetMapping("/{id}/metrics")
    @Operation(summary = "Queue and delay decision by decision; the newest 10000 are kept")
    List<LiveMetrics> metrics(
            @PathVariable UUID id,
            @Parameter(description = "At most so many, evenly spaced, the newest among them; 2 to 10000")
                    @RequestParam(defaultValue = "10000")
                    int points) {
        kept(id);
        if (points < 2 || points > MOST_POINTS) {
            throw new InvalidSetting("points", points, "give a whole number from 2 to " + MOST_POINTS);
        }
        return thinned(deployments.history(id), points);
    }

    private static List<LiveMetrics> thinned(List<LiveMetrics> history, int points) {
        if (history.size() <= points) {
            return history;
        }
        return IntStream.range(0, points)
                .mapToObj(point -> history.get((int) ((long) point * (history.size() - 1) / (points - 1))))
                .toList();
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Hand the lights back",
            description = "Leads every signal through yellow into step with the network's own program, gives it back"
                    + " to the simulator and disconnects. State RELEASING becomes RELEASED, mostly before the answer."
                    + " Asking again changes nothing. A SUMO whose only client leaves ends its simulation; to let it"
                    + " go on, start it with --num-clients 2 and keep a client of your own connected.")
    DeploymentView release(@PathVariable UUID id) throws InterruptedException {
        kept(id);
        drivers.release(id, PATIENCE);
        return get(id);
    }

    private Kept kept(UUID id) {
        return deployments.find(id).orElseThrow(() -> new UnknownDeployment(id));
    }

    private DeploymentReport newest(Kept kept) {
        return drivers.find(kept.deployment().id()).orElse(kept.report());
    }
}
