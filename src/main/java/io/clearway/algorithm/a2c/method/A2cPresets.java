package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.policygradient.ActionSelection;
import io.clearway.setting.EnumWords;
import io.clearway.setting.Settings;
import java.util.Map;

/**
 * The hyper-parameters of Chu et al. 2020 by task, from the files of their code, in as far as they differ from
 * {@link A2cSettings#CHU}. In platoons rewards are divided as theirs are, since their β belongs to that unit: returns
 * measured by their own deviation are so small beside β = 0.05 that policies stay uniform. Signals keep the running
 * unit.
 */
final class A2cPresets {
    private A2cPresets() {}

    /**
     * Their divisor 800 of agents that learn for themselves, in the unit of our platoons, where rewards are hundredths.
     */
    static final double OWN_UNIT = 8;

    /** Their divisor 5000 of agents that learn to tell, in the same unit. */
    static final double JOINT_UNIT = 50;

    /**
     * Presets by name, {@code paper} being the grid's; α by task, 1 where their scenario gives everybody the sum.
     *
     * @param platoonUnit that rewards in platoons are divided by
     */
    static Map<String, Settings> of(double grid, double monaco, double catchUp, double slowDown, double platoonUnit) {
        return Map.of(
                "default", Settings.none(),
                "paper", signals(grid),
                "paper-grid", signals(grid),
                "paper-monaco", signals(monaco),
                "paper-catch-up", platoon(catchUp, platoonUnit),
                "paper-slow-down", platoon(slowDown, platoonUnit));
    }

    private static Settings signals(double spatialDiscount) {
        return new Settings(Map.of(
                "spatialDiscount",
                spatialDiscount,
                "entropyWeight",
                0.01,
                "batch",
                120,
                "execution",
                EnumWords.of(ActionSelection.SAMPLED)));
    }

    private static Settings platoon(double spatialDiscount, double rewardUnit) {
        return new Settings(Map.of(
                "spatialDiscount",
                spatialDiscount,
                "rewardUnit",
                rewardUnit,
                "entropyWeight",
                0.05,
                "batch",
                60,
                "execution",
                EnumWords.of(ActionSelection.GREEDY)));
    }
}
