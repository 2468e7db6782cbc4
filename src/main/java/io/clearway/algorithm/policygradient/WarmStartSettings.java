package io.clearway.algorithm.policygradient;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.positive;

import io.clearway.algorithm.Learner.WarmStart;

/**
 * Settings of the start from a rule's traffic. Its episodes count as decisions of the run.
 *
 * @param demonstrations of the rule
 * @param cloningRate learning rate of cloning
 * @param cloningEpochs passes over them to clone the rule
 * @param valueWarmUpEpochs passes over them to learn the rule's values
 */
public record WarmStartSettings(
        Demonstrations demonstrations, double cloningRate, int cloningEpochs, int valueWarmUpEpochs) {
    /** Eight episodes of the scenario's reference rule. */
    public static final WarmStartSettings DEFAULTS =
            new WarmStartSettings(new Demonstrations(WarmStart.REFERENCE, 8), 1e-3, 90, 6);

    public WarmStartSettings {
        positive("cloningRate", cloningRate);
        atLeast("cloningEpochs", cloningEpochs, 0);
        atLeast("valueWarmUpEpochs", valueWarmUpEpochs, 0);
    }
}
