package io.clearway.runs.worker;

import io.clearway.algorithm.Checkpoint;
import io.clearway.runs.PolicyEvaluation;
import io.clearway.runs.RunClaims.Claim;
import io.clearway.training.EpisodeResult;
import io.clearway.training.Evaluation;
import io.clearway.training.Evaluation.HeldOutEpisode;
import io.clearway.training.HeldOutEpisodes;
import io.clearway.training.RunPlan;
import io.clearway.training.TrainedPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The held-out evaluation at the end of a run: the final policy and the scenario's baselines. */
record FinalEvaluation(Claim claim, RunPlan plan, int parallelEpisodes) {
    private record Played(String controller, long seed) {}

    /** Evaluates what no earlier worker has evaluated, until the recorder stops it. */
    void evaluate(RunRecorder recorder) {
        if (claim.run().request().evaluation().evaluationSeeds() == 0
                && claim.run().policyEvaluation() == null) {
            return;
        }
        Checkpoint chosen =
                claim.policy().orElseThrow(() -> new IllegalStateException("Training ended without a checkpoint"));
        Set<Played> done =
                claim.evaluations().stream().map(FinalEvaluation::played).collect(Collectors.toSet());
        List<HeldOutEpisode> missing = wanted(chosen).stream()
                .filter(episode -> !done.contains(new Played(episode.controller(), episode.seed())))
                .toList();
        new Evaluation(plan.scenario(), parallelEpisodes)
                .evaluate(missing, recorder::stopRequested, recorder::evaluation);
    }

    private List<HeldOutEpisode> wanted(Checkpoint chosen) {
        PolicyEvaluation alone = claim.run().policyEvaluation();
        return alone == null
                ? new HeldOutEpisodes(claim.run().request().evaluation().seeds()).of(plan, chosen)
                : new HeldOutEpisodes(alone.seeds())
                        .of(
                                plan.algorithm().name(),
                                TrainedPolicy.of(chosen, plan.scenario(), plan.algorithm(), alone.settings()));
    }

    private static Played played(EpisodeResult result) {
        return new Played(result.controller(), result.seed());
    }
}
