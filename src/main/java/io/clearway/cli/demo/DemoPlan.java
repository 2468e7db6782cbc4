package io.clearway.cli.demo;

import io.clearway.algorithm.Algorithm;
import io.clearway.setting.Settings;
import io.clearway.training.SelectionSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the demo does, and for how long.
 *
 * @param mode {@code full} or {@code quick}
 * @param seed seed of all random numbers in training
 * @param decisions joint decisions to train for, the warm start included
 * @param algorithmSettings what differs from the algorithm's defaults
 * @param selection how the final policy is chosen
 * @param evaluationSeeds held-out episodes per controller
 * @param liveSeconds simulated seconds to drive the live simulator for
 */
record DemoPlan(
        String mode,
        long seed,
        int decisions,
        Map<String, Object> algorithmSettings,
        SelectionSettings selection,
        int evaluationSeeds,
        int liveSeconds) {
    static final String SCENARIO = "monaco";
    static final String ALGORITHM = "dppo";

    /** Of the policies that come with Clearway, the one of this scenario. */
    static final String POLICY = "monaco-dppo";

    /** As in the recipe of that policy. */
    private static final Map<String, Object> SCENARIO_SETTINGS = Map.of("observation", "stages", "reward", "system");

    private static final int DECISIONS_PER_EPISODE = 720;
    private static final String PRESET = "signals";
    private static final int EVALUATION_SEEDS = 10;
    private static final int QUICK_EVALUATION_SEEDS = 3;
    private static final long LIVE_SEED = 200;

    private static final SelectionSettings SELECTION = new SelectionSettings(20, 4);

    // for the time its last checkpoint alone is compared with the rule
    private static final SelectionSettings QUICK_SELECTION = new SelectionSettings(8, 1);

    /** Up to 15 minutes on two cores. */
    static DemoPlan full(long seed) {
        return new DemoPlan(
                "full",
                seed,
                80 * DECISIONS_PER_EPISODE,
                Map.of(Algorithm.PRESET, PRESET),
                SELECTION,
                EVALUATION_SEEDS,
                1200);
    }

    /** Up to 3 minutes on two cores. */
    static DemoPlan quick(long seed) {
        return new DemoPlan(
                "quick",
                seed,
                12 * DECISIONS_PER_EPISODE,
                Map.of(Algorithm.PRESET, PRESET),
                QUICK_SELECTION,
                QUICK_EVALUATION_SEEDS,
                300);
    }

    /** Seed of the live simulation: one that neither training nor evaluation has seen. */
    long liveSeed() {
        return LIVE_SEED;
    }

    /** The run to request from the service. */
    Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", "demo, " + mode);
        request.put("scenario", SCENARIO);
        request.put("scenarioSettings", SCENARIO_SETTINGS);
        request.put("algorithm", ALGORITHM);
        request.put("algorithmSettings", algorithmSettings);
        request.put("seed", seed);
        request.put("decisions", decisions);
        request.putAll(Settings.asMap(selection));
        request.put("evaluationSeeds", evaluationSeeds);
        return request;
    }

    /** The plan as text. */
    String announcement() {
        return """
                Clearway demo (%s): 28 signals of a town learn with decentralized PPO in Eclipse SUMO.
                Their policy starts as the rule gating, because random control gridlocks the town. They
                keep each green for at least 15 s (scenario setting minimumGreenSeconds). The final
                policy is what was learned if that is better on validation seeds, else the rule. It is
                then compared with four rules on %d held-out seeds, and drives a live SUMO.""".formatted(mode, evaluationSeeds);
    }
}
