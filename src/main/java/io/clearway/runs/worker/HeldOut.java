package io.clearway.runs.worker;

import io.clearway.algorithm.Checkpoint;
import io.clearway.network.ControllerSource;
import io.clearway.runs.RunClaims.Claim;
import io.clearway.setting.Settings;
import io.clearway.training.Evaluation;
import io.clearway.training.RunPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The held-out evaluation at the end of a run: the final policy, and every rule of the scenario beside it. */
record HeldOut(Claim claim, RunPlan plan, int players) {
    /** Evaluates what is not evaluated yet. */
    void evaluate(BooleanSupplier stop) {
        if (claim.run().request().evaluationSeeds() == 0) {
            return;
        }
        Checkpoint last = claim.latestCheckpoint()
                .orElseThrow(() -> new IllegalStateException("Training ended without a checkpoint"));
        ControllerSource policy = plan.algorithm().policy(plan.task(), plan.algorithmSettings(), last.state());
        evaluate(plan.algorithm().name(), policy, plan.scenarioSettings(), stop);
        plan.scenario().controllers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(rule -> evaluate(
                        rule.getKey(),
                        rule.getValue(),
                        plan.scenario().settingsFor(rule.getKey(), plan.scenarioSettings()),
                        stop));
    }

    private void evaluate(String controller, ControllerSource source, Settings settings, BooleanSupplier stop) {
        Set<Long> done = claim.evaluations().stream()
                .filter(result -> result.controller().equals(controller))
                .map(result -> result.seed())
                .collect(Collectors.toSet());
        List<Long> seeds = claim.run().request().heldOutSeeds().stream()
                .filter(seed -> !done.contains(seed))
                .toList();
        if (!seeds.isEmpty() && !stop.getAsBoolean()) {
            new Evaluation(plan.scenario(), players)
                    .evaluate(controller, source, settings, seeds, stop)
                    .forEach(claim::evaluation);
        }
    }
}
