package io.clearway.algorithm.tabular;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.within;

import io.clearway.algorithm.tabular.TabularSettings.Tables;
import io.clearway.setting.InvalidSetting;

/**
 * Every setting of {@link QLearning}; docs/algorithms.md describes each.
 *
 * @param discount γ
 * @param steps sizes of the steps of the tables
 * @param exploration how often agents try something else
 * @param tables first values and size
 * @param episodesPerRound episodes played between two rounds of learning
 */
public record QLearningSettings(
        double discount, StepSizes steps, Exploration exploration, Tables tables, int episodesPerRound) {
    /** Li and Jia name neither ε nor α: these are those of the tabular actor-critic, and a usual ε. */
    public static final QLearningSettings DEFAULTS = new QLearningSettings(
            0.9, new StepSizes(1, 0.6), new Exploration(1, 0.05, 200_000), new Tables(0.01, 100_000), 1);

    public QLearningSettings {
        if (!(discount >= 0 && discount < 1)) {
            throw new InvalidSetting("discount", discount, "give a number from 0 to below 1");
        }
        atLeast("episodesPerRound", episodesPerRound, 1);
    }

    /**
     * Step sizes α.
     *
     * @param learningRate α of the first update of a state and action
     * @param learningRateDecay α falls as visits^−learningRateDecay of the state and action; 0: it is constant
     */
    public record StepSizes(double learningRate, double learningRateDecay) {
        public StepSizes {
            within("learningRate", learningRate, 0, 1);
            within("learningRateDecay", learningRateDecay, 0, 1);
        }
    }

    /**
     * ε-greedy exploration, ε falling linearly.
     *
     * @param firstExploration ε at the beginning
     * @param lastExploration ε in the end
     * @param explorationDecisions decisions from the one to the other
     */
    public record Exploration(double firstExploration, double lastExploration, int explorationDecisions) {
        public Exploration {
            within("firstExploration", firstExploration, 0, 1);
            within("lastExploration", lastExploration, 0, 1);
            within("explorationDecisions", explorationDecisions, 0, Integer.MAX_VALUE);
        }
    }
}
