package io.clearway.runs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.catalog.Catalog;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.training.RunPlan;
import io.clearway.training.SelectionSettings;
import java.util.Map;

/**
 * The training of a run.
 *
 * @param scenario name in the catalog
 * @param scenarioSettings part of the scenario's settings
 * @param algorithm name in the catalog
 * @param algorithmSettings part of the algorithm's settings
 * @param seed root of all chance in the run
 * @param decisions joint decisions to train for, 1 to 1,000,000,000
 * @param selection how the final policy is chosen
 */
public record TrainingRequest(
        String scenario,
        Map<String, Object> scenarioSettings,
        String algorithm,
        Map<String, Object> algorithmSettings,
        long seed,
        int decisions,
        @JsonUnwrapped SelectionSettings selection) {
    private static final int MAX_DECISIONS = 1_000_000_000;

    public TrainingRequest {
        requireDecisions(decisions);
        scenarioSettings = withoutNulls("scenarioSettings", scenarioSettings);
        algorithmSettings = withoutNulls("algorithmSettings", algorithmSettings);
    }

    /**
     * The same as a plan that can be carried out.
     *
     * @throws InvalidSetting naming the field that is unknown or unusable
     */
    public RunPlan plan(Catalog catalog) {
        return new RunPlan(
                catalog.scenario(scenario),
                new Settings(scenarioSettings),
                catalog.algorithm(algorithm),
                new Settings(algorithmSettings),
                seed,
                decisions,
                selection);
    }

    /** A number of decisions that can be trained for, or {@link InvalidSetting}. */
    public static int requireDecisions(int decisions) {
        RunRequest.requireRange("decisions", decisions, 1, MAX_DECISIONS);
        return decisions;
    }

    /** Settings of which each has a value, or {@link InvalidSetting} naming the one that has none. */
    public static Map<String, Object> withoutNulls(String outer, Map<String, Object> settings) {
        for (var setting : settings.entrySet()) {
            if (setting.getValue() == null) {
                throw new InvalidSetting(
                        outer + "." + setting.getKey(), "null", "give a value, or leave it out to have the default");
            }
        }
        return Map.copyOf(settings);
    }
}
