package io.clearway.deployments.web;

import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.Deployments.StoredDeployment;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.UnknownDeployment;
import io.clearway.deployments.live.ActiveDeployments;
import io.clearway.setting.InvalidSetting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deployments over REST: start, list, show, metrics, release. */
@RestController
@RequestMapping(path = DeploymentController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deployments", description = "Controllers of live simulations")
class DeploymentController {
    static final String PATH = "/api/v1/deployments";

    private static final Duration RELEASE_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_POINTS = 10_000;
    private static final int MAX_EVENTS = 1000;

    private final Deployments deployments;
    private final ActiveDeployments active;
    private final ControllerResolver controllers;
    private final Clock clock;

    DeploymentController(
            Deployments deployments, ActiveDeployments active, ControllerResolver controllers, Clock clock) {
        this.deployments = deployments;
        this.active = active;
        this.controllers = controllers;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Let a controller control a running simulation",
            description = "Checks every field, responds 201 and connects to the simulation. State CONNECTING becomes"
                    + " DRIVING, or FAILED with the reason in the message. The simulation must run the scenario's"
                    + " network and detectors, which /api/v1/scenarios/{name}/live.zip holds, and be started such as:"
                    + " sumo -c clearway.sumocfg --remote-port 9999 --num-clients 1")
    ResponseEntity<DeploymentView> start(@RequestBody DeploymentBody body) {
        ControllerResolver.Resolved resolved = controllers.resolve(body.control());
        Deployment deployment = body.toDeployment(resolved, clock.instant());
        active.start(deployment, resolved.binding());
        return ResponseEntity.created(URI.create(PATH + "/" + deployment.id())).body(get(deployment.id()));
    }

    @GetMapping
    @Operation(
            summary = "List deployments, the newest first; at most 1000",
            description = "While the database is away: those that this service drives now, each with fromMemory;"
                    + " 503 when it drives none.")
    List<DeploymentView> list() {
        try {
            return deployments.list().stream()
                    .map(kept -> DeploymentView.of(kept.deployment(), newest(kept), false))
                    .toList();
        } catch (DataAccessResourceFailureException | RecoverableDataAccessException | TransactionException away) {
            return listFromMemory(away);
        }
    }

    /** An empty list would say that there are none. */
    private List<DeploymentView> listFromMemory(NestedRuntimeException away) {
        List<StoredDeployment> running = active.list();
        if (running.isEmpty()) {
            throw away;
        }
        return running.stream()
                .map(one ->
                        DeploymentView.of(one.deployment(), one.report(), false).fromMemory())
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show a deployment: state, live queue and delay, and for each signal who decides, and why")
    DeploymentView get(@PathVariable UUID id) {
        StoredDeployment kept = kept(id);
        return DeploymentView.of(kept.deployment(), kept.report(), true);
    }

    @GetMapping("/{id}/metrics")
    @Operation(summary = "Queue and delay decision by decision, the newest 10000")
    List<LiveMetrics> metrics(
            @PathVariable UUID id,
            @Parameter(description = "Maximum number of points, evenly spaced, the newest included; 2 to 10000")
                    @RequestParam(defaultValue = "10000")
                    int points) {
        kept(id);
        if (points < 2 || points > MAX_POINTS) {
            throw new InvalidSetting("points", points, "give a whole number from 2 to " + MAX_POINTS);
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

    @GetMapping("/{id}/signal-events")
    @Operation(summary = "Faults of single signals and orders of operators, the newest first; at most 1000")
    List<SignalEventView> signalEvents(
            @PathVariable UUID id,
            @Parameter(description = "Maximum number of events, 1 to 1000") @RequestParam(defaultValue = "1000")
                    int limit) {
        kept(id);
        if (limit < 1 || limit > MAX_EVENTS) {
            throw new InvalidSetting("limit", limit, "give a whole number from 1 to " + MAX_EVENTS);
        }
        return deployments.events(id, limit).stream().map(SignalEventView::of).toList();
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Release the signals and end a deployment",
            description = "Brings every signal through yellow into step with the network's own program, returns it"
                    + " to the simulator and disconnects. State RELEASING becomes RELEASED, usually before the response."
                    + " Idempotent. A SUMO whose only client disconnects ends its simulation; to let it continue,"
                    + " start it with --num-clients 2 and keep a client of your own connected.")
    DeploymentView release(@PathVariable UUID id) throws InterruptedException {
        kept(id);
        active.release(id, RELEASE_TIMEOUT);
        return get(id);
    }

    private StoredDeployment kept(UUID id) {
        return active.find(id).or(() -> deployments.find(id)).orElseThrow(() -> new UnknownDeployment(id));
    }

    private DeploymentReport newest(StoredDeployment kept) {
        return active.find(kept.deployment().id()).orElse(kept).report();
    }
}
