package io.clearway.algorithm.ppo;

import io.clearway.algorithm.policygradient.TunedPresets;
import io.clearway.setting.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hyper-parameters of the baselines of Ma et al. 2024 by task, from the files of their code: no rule to start from,
 * no shared weights. What follows the time limit counts, as in DMPO; in their code of DPPO it does not.
 */
final class PpoPresets {
    private static final Map<String, Object> COMMON = Map.of(
            "sharing",
            "none",
            "valueTimeBumps",
            0,
            "execution",
            "greedy",
            "warmStart",
            "",
            "discount",
            0.99,
            "lambda",
            0.5,
            "entropyWeight",
            0.0,
            "episodesPerRound",
            1,
            "minibatch",
            4096,
            "clip",
            0.2);

    private PpoPresets() {}

    /** DPPO's by name; {@code paper} is the grid's. */
    static Map<String, Settings> decentralized() {
        return Map.of(
                "default", Settings.none(),
                "platoon", TunedPresets.platoon(),
                "paper", decentralized(256, 5e-5, 5e-4, 1),
                "paper-grid", decentralized(256, 5e-5, 5e-4, 1),
                "paper-monaco", decentralized(512, 5e-4, 5e-4, 1),
                "paper-new-york", decentralized(128, 5e-4, 5e-4, 1),
                "paper-catch-up", decentralized(64, 5e-5, 5e-4, 2),
                "paper-slow-down", decentralized(64, 5e-5, 7e-4, 2),
                "paper-ring", decentralized(64, 5e-4, 5e-4, 1),
                "paper-figure-eight", decentralized(64, 5e-5, 5e-4, 1));
    }

    private static Settings decentralized(int units, double policyRate, double valueRate, int radius) {
        Map<String, Object> values = common(units, policyRate, valueRate);
        values.put("valueRadius", radius);
        values.put("advantageRadius", radius);
        values.put("innerSteps", 1);
        values.put("epochs", 10);
        values.put("targetDivergence", 0.01);
        return new Settings(values);
    }

    /** CPPO's by name; {@code paper} is the grid's. */
    static Map<String, Settings> centralizedCritic() {
        return Map.of(
                "default", Settings.none(),
                "paper", centralized(512, 5e-5, 5e-5, 1, 1),
                "paper-grid", centralized(512, 5e-5, 5e-5, 1, 1),
                "paper-monaco", centralized(1024, 5e-4, 5e-4, 1, 1),
                "paper-new-york", centralized(128, 5e-4, 5e-4, 1, 10),
                "paper-catch-up", centralized(64, 5e-5, 5e-5, 1, 5),
                "paper-slow-down", centralized(64, 5e-5, 5e-4, 1, 1),
                "paper-ring", centralized(64, 5e-4, 5e-4, 10, 1),
                "paper-figure-eight", centralized(64, 5e-5, 5e-5, 10, 5));
    }

    private static Settings centralized(int units, double policyRate, double valueRate, int innerSteps, int epochs) {
        Map<String, Object> values = common(units, policyRate, valueRate);
        values.put("innerSteps", innerSteps);
        values.put("epochs", epochs);
        values.put("targetDivergence", 7.5e-3);
        return new Settings(values);
    }

    private static Map<String, Object> common(int units, double policyRate, double valueRate) {
        Map<String, Object> values = new HashMap<>(COMMON);
        values.put("hidden", List.of(units, units));
        values.put("policyRate", policyRate);
        values.put("valueRate", valueRate);
        return values;
    }
}
