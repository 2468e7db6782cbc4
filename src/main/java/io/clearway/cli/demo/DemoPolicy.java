package io.clearway.cli.demo;

import io.clearway.algorithm.Checkpoint;
import io.clearway.catalog.Catalog;
import io.clearway.catalog.ShippedPolicies;
import io.clearway.cli.command.CommandFailure;
import io.clearway.cli.terminal.Stopwatch;
import io.clearway.scenario.Scenario;
import io.clearway.training.EpisodeResult;
import io.clearway.training.Evaluation;
import io.clearway.training.HeldOutEpisodes;
import io.clearway.training.TrainedPolicy;
import java.util.List;

/** The policy that comes with Clearway, on the seeds of the demo's evaluation: what the recipe gave elsewhere. */
final class DemoPolicy {
    private final Catalog catalog;

    DemoPolicy(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Plays it on these seeds. */
    List<EpisodeResult> evaluate(List<Long> seeds, Stopwatch watch) {
        Checkpoint checkpoint = ShippedPolicies.find(DemoPlan.POLICY)
                .orElseThrow(() -> new CommandFailure("This build has no policy " + DemoPlan.POLICY));
        Scenario scenario = catalog.scenario(DemoPlan.SCENARIO);
        TrainedPolicy policy = TrainedPolicy.of(
                checkpoint, scenario, catalog.algorithm(checkpoint.origin().algorithm()));
        List<EpisodeResult> results = new Evaluation(scenario, 1)
                .evaluate(new HeldOutEpisodes(seeds).of(DemoPlan.POLICY, policy), () -> false, result -> {});
        watch.lap("policy that comes with Clearway");
        return results;
    }
}
