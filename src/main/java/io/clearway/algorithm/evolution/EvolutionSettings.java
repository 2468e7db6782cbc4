package io.clearway.algorithm.evolution;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.positive;
import static io.clearway.setting.Bounds.within;

import io.clearway.algorithm.Learner.WarmStart;
import io.clearway.algorithm.policygradient.Demonstrations;
import io.clearway.setting.InvalidSetting;

/**
 * Every setting of {@link EvolutionStrategies}; docs/algorithms.md describes each.
 *
 * @param search how weights are perturbed and improved
 * @param preferences what the weights are for
 * @param start episodes of a rule that features are scaled by
 */
public record EvolutionSettings(Search search, Preferences preferences, Demonstrations start) {
    /** For signals that observe their stages. */
    public static final EvolutionSettings DEFAULTS = new EvolutionSettings(
            new Search(8, 0.03, 0.06, 0.7, Search.ALL_AGENTS),
            new Preferences(true, true),
            new Demonstrations(WarmStart.REFERENCE, 2));

    /**
     * The search in weights.
     *
     * @param directions perturbations of a round, each played twice, added and subtracted, in the same traffic
     * @param perturbation standard deviation σ of a weight
     * @param learningRate step size α, for differences of returns brought between −1 and 1
     * @param momentum decay β of the mean of past steps
     * @param creditRadius −1: one perturbation for all agents that share weights, credited with all rewards; κ of 0 or
     *     more: each agent is perturbed on its own and credited with the rewards of its κ-hop neighborhood
     */
    public record Search(int directions, double perturbation, double learningRate, double momentum, int creditRadius) {
        /** One perturbation for all, credited with all rewards. */
        static final int ALL_AGENTS = -1;

        private static final double MOST_MOMENTUM = 0.99;
        private static final int FARTHEST = 1000;

        public Search {
            atLeast("directions", directions, 1);
            positive("perturbation", perturbation);
            positive("learningRate", learningRate);
            within("momentum", momentum, 0, MOST_MOMENTUM);
            if (creditRadius < ALL_AGENTS || creditRadius > FARTHEST) {
                throw new InvalidSetting(
                        "creditRadius",
                        creditRadius,
                        "give hops from 0 to %d, or %d for all agents".formatted(FARTHEST, ALL_AGENTS));
            }
        }
    }

    /**
     * What preferences are linear in.
     *
     * @param rowPerAction whether an observation is a table with a row of features for each action, of which the first
     *     one is the preference that learning starts from; otherwise an action has weights for all that is observed
     * @param sharedWeights whether all agents have the same weights
     */
    public record Preferences(boolean rowPerAction, boolean sharedWeights) {
        /** Whether the weights fit any network of the same features. */
        boolean fitAnyNetwork() {
            return rowPerAction && sharedWeights;
        }
    }
}
