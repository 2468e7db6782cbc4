package io.clearway.experiment;

import io.clearway.network.ControllerSource;
import io.clearway.scenario.Scenario;
import io.clearway.setting.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The evaluation of a rule.
 *
 * @param cell where its result belongs
 * @param scenario the traffic problem
 * @param rule name of one of its controllers
 * @param evaluationSettings of the scenario
 */
public record RuleTrial(Cell cell, Scenario scenario, String rule, Settings evaluationSettings) implements Trial {
    /** Makes the rule's controllers. */
    public ControllerSource controllers() {
        return Objects.requireNonNull(scenario.controllers().get(rule), rule);
    }

    @Override
    public Optional<Long> trainingSeed() {
        return Optional.empty();
    }

    @Override
    public int trainingDecisions() {
        return 0;
    }

    @Override
    public Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("scenario", scenario.name());
        content.put("scenarioHash", scenario.hash());
        content.put("scenarioSettings", new TreeMap<>(Settings.asMap(evaluationSettings.over(scenario.defaults()))));
        content.put("controller", rule);
        return content;
    }
}
