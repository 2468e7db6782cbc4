package io.clearway.training;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Task;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.Scenario;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.Map;

/**
 * A checkpoint turned back into controllers: of what was learned, or of the rule that its run kept.
 *
 * @param controllers creates one for each episode
 * @param scenarioSettings settings of the scenario to play them under
 */
public record TrainedPolicy(ControllerSource controllers, Settings scenarioSettings) {
    /**
     * The policy of a checkpoint, under the settings of its run; on another scenario under those that are
     * {@link Scenario#transferred}.
     *
     * @param scenario the scenario that the checkpoint's origin names, or another one for a policy that fits any
     * @param algorithm the algorithm that the checkpoint's origin names
     * @throws IllegalArgumentException when the state is damaged, or the scenario no longer has the rule
     */
    public static TrainedPolicy of(Checkpoint checkpoint, Scenario scenario, Algorithm algorithm) {
        return of(checkpoint, scenario, algorithm, Map.of());
    }

    /**
     * The same under other settings of the scenario, such as its demand.
     *
     * @param changes settings in place of those of the run
     */
    public static TrainedPolicy of(
            Checkpoint checkpoint, Scenario scenario, Algorithm algorithm, Map<String, Object> changes) {
        Settings learnedUnder = new Settings(checkpoint.origin().scenarioSettings());
        boolean elsewhere = !checkpoint.origin().scenario().equals(scenario.name());
        Settings played = (elsewhere ? scenario.transferred(learnedUnder) : learnedUnder).changedBy(changes);
        Settings trained = elsewhere ? played : learnedUnder;
        return checkpoint
                .rule()
                .map(rule -> new TrainedPolicy(rule(rule, scenario), scenario.settingsFor(rule, played)))
                .orElseGet(() -> new TrainedPolicy(learned(checkpoint, scenario, algorithm, trained), played));
    }

    /**
     * Refuses a policy that belongs to another network.
     *
     * @param field what named the scenario
     * @throws InvalidSetting naming the field
     */
    public static void requireFit(String field, Checkpoint checkpoint, Scenario scenario, Algorithm algorithm) {
        Checkpoint.Origin origin = checkpoint.origin();
        if (!origin.scenario().equals(scenario.name())
                && !algorithm.fitsAnyNetwork(new Settings(origin.algorithmSettings()))) {
            throw new InvalidSetting(
                    field,
                    scenario.name(),
                    "the policy was learned on %s, and %s policies with its settings fit no other network; play it there"
                            .formatted(origin.scenario(), origin.algorithm()));
        }
    }

    /** A checkpoint with nothing but its policy: small, acts exactly as the whole one, cannot be continued from. */
    public static Checkpoint alone(Checkpoint checkpoint, Scenario scenario, Algorithm algorithm) {
        if (checkpoint.rule().isPresent()) {
            return checkpoint;
        }
        Checkpoint.Origin origin = checkpoint.origin();
        Task task = task(scenario, new Settings(origin.scenarioSettings()));
        Settings settings = new Settings(origin.algorithmSettings());
        return new Checkpoint(origin, checkpoint.progress(), algorithm.policyState(task, settings, checkpoint.state()));
    }

    static Task task(Scenario scenario, Settings settings) {
        return new Task(
                scenario.graph(settings),
                scenario.agents(settings),
                scenario.horizon(settings),
                scenario.globalSize(settings));
    }

    private static ControllerSource learned(
            Checkpoint checkpoint, Scenario scenario, Algorithm algorithm, Settings trained) {
        return algorithm.policy(
                task(scenario, trained), new Settings(checkpoint.origin().algorithmSettings()), checkpoint.state());
    }

    private static ControllerSource rule(String rule, Scenario scenario) {
        ControllerSource controllers = scenario.controllers().get(rule);
        if (controllers == null) {
            throw new IllegalArgumentException(
                    "checkpoint: its policy is the rule '%s', which %s does not have; use one of its rules: %s"
                            .formatted(
                                    rule,
                                    scenario.name(),
                                    String.join(", ", scenario.controllers().keySet())));
        }
        return controllers;
    }
}
