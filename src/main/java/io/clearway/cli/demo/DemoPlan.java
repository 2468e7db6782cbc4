package io.clearway.cli.demo;

import io.clearway.cli.training.Recipe;
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
 * @param selection how the final policy is chosen
 * @param evaluationSeeds held-out episodes per controller
 * @param liveSeconds simulated seconds to drive the live simulator for
 */
record DemoPlan(
        String mode, long seed, int decisions, SelectionSettings selection, int evaluationSeeds, int liveSeconds) {
    static final String SCENARIO = "monaco";
    static final String ALGORITHM = "dppo";

    /** Of the policies that come with Clearway, the one of this scenario. */
    static final String POLICY = "monaco-dppo";

    private static final int DECISIONS_PER_EPISODE = 720;
    private static final int EVALUATION_SEEDS = 10;
    private static final int QUICK_EVALUATION_SEEDS = 3;
    private static final long LIVE_SEED = 200;

    private static final SelectionSettings SELECTION = new SelectionSettings(20, 4);

    // for the time its last checkpoint alone is compared with the rule
    private static final SelectionSettings QUICK_SELECTION = new SelectionSettings(8, 1);

    /** Up to 15 minutes on two cores. */
    static DemoPlan full(long seed) {
        int decisions = recipe().request().training().decisions();
        return new DemoPlan("full", seed, decisions, SELECTION, EVALUATION_SEEDS, 1200);
    }

    /** Up to 3 minutes on two cores. */
    static DemoPlan quick(long seed) {
        return new DemoPlan("quick", seed, 12 * DECISIONS_PER_EPISODE, QUICK_SELECTION, QUICK_EVALUATION_SEEDS, 300);
    }

    /** That of the policy, which the demo follows but for its own fields. */
    private static Recipe recipe() {
        return Recipe.of(POLICY);
    }

    /** Seed of the live simulation: one that neither training nor evaluation has seen. */
    long liveSeed() {
        return LIVE_SEED;
    }

    /** The run to request from the service. */
    Map<String, Object> request() {
        Map<String, Object> own = new LinkedHashMap<>(Settings.asMap(selection));
        own.put("name", "demo, " + mode);
        own.put("seed", seed);
        own.put("decisions", decisions);
        own.put("evaluationSeeds", evaluationSeeds);
        return recipe().changedBy(own).fields();
    }

    /** The plan as text. */
    String announcement() {
        return """
                Clearway demo (%s): 28 signals of a town learn with decentralized PPO in Eclipse SUMO.
                Their policy starts as the rule gating, because random control gridlocks the town, and
                may choose as rules may, within the timing sheet of each signal. The final policy is
                what was learned if that is better on validation seeds, else the rule. It is then
                compared with four rules on %d held-out seeds, and drives a live SUMO.""".formatted(mode, evaluationSeeds);
    }
}
