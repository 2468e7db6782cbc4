package io.clearway.runs.worker;

import io.clearway.algorithm.Checkpoint;
import io.clearway.network.ControllerSource;
import io.clearway.runs.RunClaims.Claim;
import io.clearway.setting.Settings;
import io.clearway.training.EpisodeResult;
import io.clearway.training.Evaluation;
import io.clearway.training.Evaluation.HeldOutEpisode;
import io.clearway.training.RunPlan;
import io.clearway.training.TrainedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The held-out evaluation at the end of a run: the final policy and the scenario's baselines. */
record FinalEvaluation(Claim claim, RunPlan plan, int parallelEpisodes) {
    /** Evaluates what is not evaluated yet, until the recorder stops it. */
    void evaluate(RunRecorder recorder) {
        if (claim.run().request().evaluation().evaluationSeeds() == 0) {
            return;
        }
        Checkpoint chosen =
                claim.policy().orElseThrow(() -> new IllegalStateException("Training ended without a checkpoint"));
        TrainedPolicy policy = TrainedPolicy.of(chosen, plan.scenario(), plan.algorithm());
        List<HeldOutEpisode> episodes =
                new ArrayList<>(missing(plan.algorithm().name(), policy.controllers(), policy.scenarioSettings()));
        plan.scenario().controllers().entrySet().stream()
                .filter(rule -> plan.scenario().baselines().contains(rule.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(rule -> episodes.addAll(missing(
                        rule.getKey(),
                        rule.getValue(),
                        plan.scenario().settingsFor(rule.getKey(), plan.scenarioSettings()))));
        new Evaluation(plan.scenario(), parallelEpisodes)
                .evaluate(episodes, recorder::stopRequested, recorder::evaluation);
    }

    /** The controller's episodes that no earlier worker has played. */
    private List<HeldOutEpisode> missing(String controller, ControllerSource source, Settings settings) {
        Set<Long> done = claim.evaluations().stream()
                .filter(result -> result.controller().equals(controller))
                .map(EpisodeResult::seed)
                .collect(Collectors.toSet());
        return claim.run().request().evaluation().seeds().stream()
                .filter(seed -> !done.contains(seed))
                .map(seed -> new HeldOutEpisode(controller, source, settings, seed))
                .toList();
    }
}
