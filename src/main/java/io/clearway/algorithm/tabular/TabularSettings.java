package io.clearway.algorithm.tabular;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.within;

import io.clearway.algorithm.policygradient.ActionSelection;
import io.clearway.setting.InvalidSetting;

/**
 * Every setting of {@link TabularActorCritic}; docs/algorithms.md describes each.
 *
 * @param discount γ
 * @param steps sizes of the steps of critics and actors
 * @param preferences what actors choose by
 * @param tables first values and size
 * @param episodesPerRound episodes played between two rounds of learning
 * @param execution how the learned policy chooses: {@code greedy}, {@code sampled}, or {@code auto}, by the kind of
 *     actions
 */
public record TabularSettings(
        double discount,
        StepSizes steps,
        Preferences preferences,
        Tables tables,
        int episodesPerRound,
        ActionSelection execution) {
    /** Tuned on the paper's random MDPs, for which it gives no step sizes. */
    public static final TabularSettings DEFAULTS = new TabularSettings(
            0.9,
            new StepSizes(1, 0.6, 0.05, 0),
            new Preferences(-5, 5),
            new Tables(0.01, 100_000),
            1,
            ActionSelection.GREEDY);

    public TabularSettings {
        if (!(discount >= 0 && discount < 1)) {
            throw new InvalidSetting("discount", discount, "give a number from 0 to below 1");
        }
        atLeast("episodesPerRound", episodesPerRound, 1);
    }

    /**
     * Step sizes.
     *
     * @param criticRate step size α of the first update of a state and action
     * @param criticDecay α falls as visits^−criticDecay of the state and action; above ½ and at most 1 for Theorem 1
     * @param actorRate step size β of the first update of a state
     * @param actorDecay β falls as visits^−actorDecay of the state
     */
    public record StepSizes(double criticRate, double criticDecay, double actorRate, double actorDecay) {
        private static final double LARGEST_ACTOR_RATE = 1000;

        public StepSizes {
            within("criticRate", criticRate, 0, 1);
            within("criticDecay", criticDecay, 0, 1);
            within("actorRate", actorRate, 0, LARGEST_ACTOR_RATE);
            within("actorDecay", actorDecay, 0, 1);
        }
    }

    /**
     * Bounds of the preferences ζ, which keep every action possible.
     *
     * @param lowestPreference T_m
     * @param highestPreference T_M
     */
    public record Preferences(double lowestPreference, double highestPreference) {
        public Preferences {
            if (!(lowestPreference < highestPreference) || Double.isInfinite(highestPreference - lowestPreference)) {
                throw new InvalidSetting(
                        "lowestPreference",
                        lowestPreference,
                        "give a number below highestPreference, which is " + highestPreference);
            }
        }
    }

    /**
     * Tables of values.
     *
     * @param firstValues Q_0 is drawn from [−firstValues, firstValues)
     * @param mostStates joint states that a table may hold
     */
    public record Tables(double firstValues, int mostStates) {
        private static final double LARGEST_VALUE = 1000;

        public Tables {
            within("firstValues", firstValues, 0, LARGEST_VALUE);
            atLeast("mostStates", mostStates, 1);
        }
    }
}
