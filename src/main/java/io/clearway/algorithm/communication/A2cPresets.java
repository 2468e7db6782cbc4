package io.clearway.algorithm.communication;

import io.clearway.algorithm.policygradient.Execution;
import io.clearway.setting.Settings;
import java.util.Map;

/**
 * The hyper-parameters of Chu et al. 2020 by task, from the files of their code, in as far as they differ from
 * {@link A2cSettings#CHU}. Rewards keep their running unit: theirs are divided by numbers that fit their scenarios'
 * rewards.
 */
final class A2cPresets {
    private A2cPresets() {}

    /** Presets by name, {@code paper} being the grid's; α by task, 1 where their scenario gives everybody the sum. */
    static Map<String, Settings> of(double grid, double monaco, double catchUp, double slowDown) {
        return Map.of(
                "default", Settings.none(),
                "paper", signals(grid),
                "paper-grid", signals(grid),
                "paper-monaco", signals(monaco),
                "paper-catch-up", platoon(catchUp),
                "paper-slow-down", platoon(slowDown));
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
                Execution.SAMPLED.key()));
    }

    private static Settings platoon(double spatialDiscount) {
        return new Settings(Map.of(
                "spatialDiscount",
                spatialDiscount,
                "entropyWeight",
                0.05,
                "batch",
                60,
                "execution",
                Execution.GREEDY.key()));
    }
}
