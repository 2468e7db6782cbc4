package io.clearway.deployments.web;

import io.clearway.deployments.Binding;
import io.clearway.deployments.Bindings;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DriveLimits;
import io.clearway.runs.Checkpoints;
import io.clearway.runs.Runs;
import io.clearway.scenario.LiveSignal;
import io.clearway.setting.InvalidSetting;
import io.clearway.signal.SafetyLimits;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns what a client sent into a deployment that can be carried out, or says which field cannot be used. */
@Component
public class DeploymentOrders {
    private final Bindings bindings;
    private final Runs runs;
    private final Checkpoints checkpoints;
    private final Clock clock;

    DeploymentOrders(Bindings bindings, Runs runs, Checkpoints checkpoints, Clock clock) {
        this.bindings = bindings;
        this.runs = runs;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** A deployment and everything it needs. */
    public record Order(Deployment deployment, Binding binding) {}

    public Order read(DeploymentBody body) {
        body.requireOneController();
        ControllerChoice choice = choice(body);
        String scenario = scenario(body, choice);
        Binding binding = bindings.bind(scenario, choice);
        DriveLimits limits = body.limits(binding.scenario().decisionSeconds());
        requireRoomForYellow(limits, binding);
        String name = body.nameOr("%s on %s".formatted(choice.inWords(), scenario));
        Deployment deployment =
                new Deployment(UUID.randomUUID(), name, body.address(), scenario, choice, limits, clock.instant());
        return new Order(deployment, binding);
    }

    private ControllerChoice choice(DeploymentBody body) {
        if (body.controller() != null) {
            return new ControllerChoice.Rule(body.controller());
        }
        return new ControllerChoice.Learned(
                body.checkpoint() != null ? body.checkpoint() : newest(Objects.requireNonNull(body.run())));
    }

    private UUID newest(UUID run) {
        runs.get(run);
        return checkpoints
                .findLatest(run)
                .map(Checkpoints.Kept::id)
                .orElseThrow(() -> new InvalidSetting(
                        "run", run, "it has left no checkpoint yet; try again when its first round is over"));
    }

    private String scenario(DeploymentBody body, ControllerChoice choice) {
        if (body.scenario() != null) {
            return body.scenario();
        }
        if (choice instanceof ControllerChoice.Learned learned) {
            return bindings.scenarioOf(learned.checkpoint());
        }
        throw new InvalidSetting(
                "scenario", "nothing", "give the scenario whose network is running; /api/v1/scenarios lists them");
    }

    private static void requireRoomForYellow(DriveLimits limits, Binding binding) {
        double transition = binding.scenario().signals().stream()
                .map(LiveSignal::limits)
                .mapToDouble(SafetyLimits::transitionSeconds)
                .max()
                .orElse(0);
        if (limits.decisionSeconds() <= transition) {
            throw new InvalidSetting(
                    "decisionSeconds",
                    limits.decisionSeconds(),
                    "give more than the %s s of yellow and all-red that fit in a decision".formatted(transition));
        }
    }
}
