package io.clearway.algorithm.tabular;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.within;

import io.clearway.algorithm.policygradient.ActionSelection;
import io.clearway.setting.InvalidSetting;

/**
 * Every setting of {@link TabularActorCritic}; docs/algorithms.md tells more about each.
 *
 * @param discount γ
 * @param criticRate step size α of the first update of a state and action
 * @param criticDecay α falls as visits^−criticDecay of the state and action; above ½ and at most 1 for Theorem 1
 * @param actorRate step size β of the first update of a state
 * @param actorDecay β falls as visits^−actorDecay of the state
 * @param lowestPreference T_m: bound of ζ, which keeps every action possible
 * @param highestPreference T_M
 * @param firstValues Q_0 is drawn from [−firstValues, firstValues)
 * @param mostStates joint states that a table may hold
 * @param episodesPerRound episodes played between two rounds of learning
 * @param execution how the learned policy chooses: {@code greedy}, {@code sampled}, or {@code auto}, by the kind of
 *     actions
 */
public record TabularSettings(
        double discount,
        double criticRate,
        double criticDecay,
        double actorRate,
        double actorDecay,
        double lowestPreference,
        double highestPreference,
        double firstValues,
        int mostStates,
        int episodesPerRound,
        ActionSelection execution) {
    /** Tuned on the paper's random MDPs, for which it gives no step sizes. */
    public static final TabularSettings DEFAULTS =
            new TabularSettings(0.9, 1, 0.6, 0.05, 0, -5, 5, 0.01, 100_000, 1, ActionSelection.GREEDY);

    public TabularSettings {
        if (!(discount >= 0 && discount < 1)) {
            throw new InvalidSetting("discount", discount, "give a number from 0 to below 1");
        }
        within("criticRate", criticRate, 0, 1);
        within("criticDecay", criticDecay, 0, 1);
        within("actorDecay", actorDecay, 0, 1);
        within("actorRate", actorRate, 0, 1000);
        if (!(lowestPreference < highestPreference) || Double.isInfinite(highestPreference - lowestPreference)) {
            throw new InvalidSetting(
                    "lowestPreference",
                    lowestPreference,
                    "give a number below highestPreference, which is " + highestPreference);
        }
        within("firstValues", firstValues, 0, 1000);
        atLeast("mostStates", mostStates, 1);
        atLeast("episodesPerRound", episodesPerRound, 1);
    }
}
