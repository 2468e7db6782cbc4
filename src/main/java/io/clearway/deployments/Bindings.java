package io.clearway.deployments;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Checkpoint;
import io.clearway.catalog.Catalog;
import io.clearway.catalog.ShippedPolicies;
import io.clearway.catalog.UnknownName;
import io.clearway.network.ControllerSource;
import io.clearway.runs.Checkpoints;
import io.clearway.runs.UnknownCheckpoint;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.Scenario;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.training.TrainedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds scenarios and controllers by name or id. */
public final class Bindings {
    private final Catalog catalog;
    private final Checkpoints checkpoints;

    public Bindings(Catalog catalog, Checkpoints checkpoints) {
        this.catalog = catalog;
        this.checkpoints = checkpoints;
    }

    /** The scenario of this name if it has signals to control, else {@link InvalidSetting}. */
    public LiveScenario scenario(String name) {
        if (catalog.scenario(name) instanceof LiveScenario live) {
            return live;
        }
        List<String> controllable = catalog.scenarios().stream()
                .filter(LiveScenario.class::isInstance)
                .map(Scenario::name)
                .toList();
        throw new InvalidSetting(
                "scenario",
                name,
                "it has no traffic lights to control; the scenarios that have are: " + String.join(", ", controllable));
    }

    /**
     * Everything needed for a controller in a scenario.
     *
     * @throws InvalidSetting naming the field that does not fit
     * @throws UnknownCheckpoint when there is none
     */
    public Binding bind(String scenario, ControllerChoice choice) {
        return choice instanceof ControllerChoice.Named named
                ? ofName(scenario(scenario), named.name())
                : ofCheckpoint(scenario(scenario), find(((ControllerChoice.Learned) choice).checkpoint()));
    }

    /** Name of the scenario that a checkpoint was trained on. */
    public String scenarioOf(UUID checkpoint) {
        return find(checkpoint).origin().scenario();
    }

    private Checkpoint find(UUID checkpoint) {
        return checkpoints.find(checkpoint).orElseThrow(() -> new UnknownCheckpoint(checkpoint));
    }

    private Binding ofName(LiveScenario scenario, String name) {
        ControllerSource rule = scenario.controllers().get(name);
        if (rule != null) {
            return new Binding(scenario.live(scenario.settingsFor(name, Settings.none())), rule);
        }
        Checkpoint shipped = ShippedPolicies.find(name).orElseThrow(() -> unknown(scenario, name));
        return ofCheckpoint(scenario, shipped);
    }

    private static UnknownName unknown(LiveScenario scenario, String name) {
        List<String> known = new ArrayList<>(scenario.controllers().keySet());
        known.addAll(ShippedPolicies.of(scenario.name()));
        return new UnknownName("controller", name, known);
    }

    private Binding ofCheckpoint(LiveScenario scenario, Checkpoint checkpoint) {
        Algorithm algorithm = catalog.algorithm(checkpoint.origin().algorithm());
        TrainedPolicy.requireFit("scenario", checkpoint, scenario, algorithm);
        TrainedPolicy policy = TrainedPolicy.of(checkpoint, scenario, algorithm);
        return new Binding(scenario.live(policy.scenarioSettings()), policy.controllers());
    }
}
