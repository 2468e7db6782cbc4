package io.clearway.algorithm.policygradient;

import io.clearway.setting.Settings;
import java.util.Map;

/** Settings of our own for tasks that the defaults, which are chosen on signals, do not fit. */
public final class TunedPresets {
    private TunedPresets() {}

    /**
     * For vehicles with few choices, ten decisions a second, tried on the platoons of Chu et al. 2020. From random
     * weights: a rule that always does the same leaves a cloned policy nothing to explore.
     */
    public static Settings platoon() {
        return new Settings(Map.of(
                "warmStart",
                "",
                "valueTimeBumps",
                0,
                "discount",
                0.99,
                "lambda",
                0.9,
                "valueLambda",
                0.9,
                "entropyWeight",
                0.003,
                "episodesPerRound",
                4,
                "innerSteps",
                6,
                "execution",
                "greedy"));
    }
}
