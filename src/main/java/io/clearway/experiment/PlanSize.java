package io.clearway.experiment;

import io.clearway.experiment.description.AlgorithmChoice;
import io.clearway.experiment.description.Experiment;
import io.clearway.experiment.description.ScenarioChoice;
import io.clearway.experiment.description.Sweep.Target;
import io.clearway.setting.InvalidSetting;

/**
 * How much an experiment plays, counted before any of it is made: a few lines can describe more than fits into memory.
 */
final class PlanSize {
    private static final int MOST_TRIALS = 5000;
    private static final int MOST_EPISODES = 1_000_000;
    /** Beyond it nobody needs the exact number; a product of two such numbers is still a long. */
    private static final long MANY = Integer.MAX_VALUE;

    private PlanSize() {}

    /** @throws InvalidSetting where it has too many trials, or held-out episodes */
    static void require(Experiment experiment) {
        long trials = trials(experiment);
        if (trials > MOST_TRIALS) {
            throw new InvalidSetting(
                    "trials",
                    trials < MANY ? trials : "more than " + MANY,
                    "give an experiment of at most %d trials (scenarios × algorithms × variants × training seeds, and"
                                    .formatted(MOST_TRIALS)
                            + " rules), or several");
        }
        int seeds = experiment.protocol().evaluationSeeds().size();
        if (trials * seeds > MOST_EPISODES) {
            throw new InvalidSetting(
                    "evaluationSeeds",
                    "%d seeds for each of %d trials".formatted(seeds, trials),
                    "give at most %d held-out episodes in all: fewer seeds, or fewer trials".formatted(MOST_EPISODES));
        }
    }

    private static long trials(Experiment experiment) {
        long runs = 0;
        for (AlgorithmChoice choice : experiment.algorithms()) {
            runs += Variants.count(choice.label(), Target.ALGORITHMS, experiment.sweeps())
                    * experiment.protocol().trainingSeeds().size();
        }
        long each = Math.min(MANY, runs + experiment.controllers().size());
        long trials = 0;
        for (ScenarioChoice choice : experiment.scenarios()) {
            trials += Math.min(MANY, Variants.count(choice.label(), Target.SCENARIOS, experiment.sweeps()) * each);
        }
        return Math.min(MANY, trials);
    }
}
