package io.clearway.experiments.store;

import io.clearway.experiment.LearningTrial;
import io.clearway.experiment.description.Experiment;
import io.clearway.runs.EvaluationRequest;
import io.clearway.runs.PolicyEvaluation;
import io.clearway.runs.RunRequest;
import io.clearway.runs.TrainingRequest;
import io.clearway.training.RunPlan;

/** Learning trials as runs of the service. */
final class TrialRun {
    private static final int LONGEST_NAME = 200;

    private TrialRun() {}

    /** The training of a trial. */
    static RunRequest request(Experiment experiment, LearningTrial trial) {
        RunPlan plan = trial.plan();
        String name = "%s: %s".formatted(experiment.name(), trial.cell());
        return new RunRequest(
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                new TrainingRequest(
                        plan.scenario().name(),
                        plan.scenarioSettings().values(),
                        plan.algorithm().name(),
                        plan.algorithmSettings().values(),
                        plan.seed(),
                        plan.decisions(),
                        plan.selection()),
                new EvaluationRequest(0, EvaluationRequest.DEFAULT_FIRST_SEED));
    }

    /** The held-out episodes of its final policy. */
    static PolicyEvaluation evaluation(Experiment experiment, LearningTrial trial) {
        return new PolicyEvaluation(
                experiment.protocol().evaluationSeeds(),
                trial.evaluationChanges().values());
    }
}
