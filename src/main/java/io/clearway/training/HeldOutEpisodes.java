package io.clearway.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.network.ControllerSource;
import io.clearway.setting.Settings;
import io.clearway.training.Evaluation.HeldOutEpisode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The held-out episodes of a final evaluation: every controller on the same seeds.
 *
 * @param seeds of the episodes of each controller
 */
public record HeldOutEpisodes(List<Long> seeds) {
    public HeldOutEpisodes {
        seeds = List.copyOf(seeds);
    }

    /** Those of a run's final policy, under its algorithm's name, then those of its scenario's baselines by name. */
    public List<HeldOutEpisode> of(RunPlan plan, Checkpoint policy) {
        List<HeldOutEpisode> episodes = new ArrayList<>(
                of(plan.algorithm().name(), TrainedPolicy.of(policy, plan.scenario(), plan.algorithm())));
        plan.scenario().controllers().entrySet().stream()
                .filter(rule -> plan.scenario().baselines().contains(rule.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(rule -> episodes.addAll(of(
                        rule.getKey(),
                        rule.getValue(),
                        plan.scenario().settingsFor(rule.getKey(), plan.scenarioSettings()))));
        return episodes;
    }

    /** Those of a trained policy, reported under this name. */
    public List<HeldOutEpisode> of(String name, TrainedPolicy policy) {
        return of(name, policy.controllers(), policy.scenarioSettings());
    }

    /** Those of a controller under these settings of the scenario, reported under this name. */
    public List<HeldOutEpisode> of(String name, ControllerSource source, Settings settings) {
        return seeds.stream()
                .map(seed -> new HeldOutEpisode(name, source, settings, seed))
                .toList();
    }
}
