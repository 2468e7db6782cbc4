package io.clearway.deployments.web;

import io.clearway.deployments.Binding;
import io.clearway.deployments.Bindings;
import io.clearway.deployments.ControllerChoice;
import io.clearway.runs.Checkpoints;
import io.clearway.runs.Runs;
import io.clearway.setting.InvalidSetting;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the controller and scenario that a request names; errors name the field that cannot be used. */
@Component
public class ControllerResolver {
    private final Bindings bindings;
    private final Runs runs;
    private final Checkpoints checkpoints;

    ControllerResolver(Bindings bindings, Runs runs, Checkpoints checkpoints) {
        this.bindings = bindings;
        this.runs = runs;
        this.checkpoints = checkpoints;
    }

    /**
     * A controller and a scenario, found.
     *
     * @param scenario name of the scenario
     * @param choice which controller
     * @param binding both, ready to be used
     */
    public record Resolved(String scenario, ControllerChoice choice, Binding binding) {
        private static final int MAX_NAME_LENGTH = 200;

        /** The name that the client gave its deployment or recording, or one made of controller and scenario. */
        public String nameOr(@Nullable String given) {
            if (given != null && given.length() > MAX_NAME_LENGTH) {
                throw new InvalidSetting("name", given, "give at most %d characters".formatted(MAX_NAME_LENGTH));
            }
            return given == null || given.isBlank() ? "%s on %s".formatted(choice.label(), scenario) : given;
        }
    }

    /**
     * The controller and scenario of a request.
     *
     * @throws InvalidSetting naming the field
     */
    public Resolved resolve(ControllerBody body) {
        body.requireOneController();
        ControllerChoice choice = choice(body);
        String scenario = scenario(body, choice);
        return new Resolved(scenario, choice, bindings.bind(scenario, choice));
    }

    private ControllerChoice choice(ControllerBody body) {
        if (body.controller() != null) {
            return new ControllerChoice.Named(body.controller());
        }
        return new ControllerChoice.Learned(
                body.checkpoint() != null ? body.checkpoint() : policy(Objects.requireNonNull(body.run())));
    }

    private UUID policy(UUID run) {
        runs.get(run);
        return checkpoints
                .findPolicy(run)
                .map(Checkpoints.CheckpointInfo::id)
                .orElseThrow(() -> new InvalidSetting(
                        "run", run, "it has no checkpoint yet; try again when its first round is over"));
    }

    private String scenario(ControllerBody body, ControllerChoice choice) {
        if (body.scenario() != null) {
            return body.scenario();
        }
        if (choice instanceof ControllerChoice.Learned learned) {
            return bindings.scenarioOf(learned.checkpoint());
        }
        throw new InvalidSetting(
                "scenario", "nothing", "give the scenario whose network is running; /api/v1/scenarios lists them");
    }
}
