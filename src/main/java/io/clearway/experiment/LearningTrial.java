package io.clearway.experiment;

import io.clearway.scenario.Scenario;
import io.clearway.setting.Settings;
import io.clearway.training.RunPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A training run and the evaluation of its final policy.
 *
 * @param cell where its result belongs
 * @param plan of the run
 * @param evaluationChanges settings of the scenario in place of those of training
 */
public record LearningTrial(Cell cell, RunPlan plan, Settings evaluationChanges) implements Trial {
    @Override
    public Scenario scenario() {
        return plan.scenario();
    }

    @Override
    public Settings evaluationSettings() {
        return plan.scenarioSettings().changedBy(evaluationChanges.values());
    }

    @Override
    public Optional<Long> trainingSeed() {
        return Optional.of(plan.seed());
    }

    @Override
    public int trainingDecisions() {
        return plan.decisions();
    }

    @Override
    public Map<String, Object> content() {
        var origin = plan.origin();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("scenario", origin.scenario());
        content.put("scenarioHash", plan.scenario().hash());
        content.put("scenarioSettings", new TreeMap<>(origin.scenarioSettings()));
        content.put("evaluationSettings", new TreeMap<>(evaluationChanges.values()));
        content.put("algorithm", origin.algorithm());
        content.put("algorithmSettings", new TreeMap<>(origin.algorithmSettings()));
        content.put("seed", origin.seed());
        content.put("decisions", plan.decisions());
        content.put("validationSeeds", plan.selection().validationSeeds());
        content.put("candidates", plan.selection().candidates());
        return content;
    }
}
