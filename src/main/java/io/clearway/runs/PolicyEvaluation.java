package io.clearway.runs;

import io.clearway.setting.InvalidSetting;
import java.util.List;
import java.util.Map;

/**
 * Held-out episodes of a run's final policy alone, as a trial of an experiment asks for them.
 *
 * @param seeds of the episodes, at least one
 * @param settings of the scenario in place of those of training
 */
public record PolicyEvaluation(List<Long> seeds, Map<String, Object> settings) {
    public PolicyEvaluation {
        if (seeds.isEmpty()) {
            throw new InvalidSetting("policyEvaluation.seeds", "nothing", "give at least one seed");
        }
        seeds = List.copyOf(seeds);
        settings = Map.copyOf(settings);
    }
}
