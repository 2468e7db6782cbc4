package io.clearway.algorithm.policygradient;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.positive;

import io.clearway.algorithm.Learner;

/**
 * Settings of the start from a rule's traffic. Its episodes count as decisions of the run.
 *
 * @param warmStart rule whose episodes are studied first; {@code reference} for the one that the scenario is held
 *     against, empty for none
 * @param warmStartEpisodes how many
 * @param cloningRate learning rate of cloning
 * @param cloningEpochs passes over them to clone the rule
 * @param valueWarmUpEpochs passes over them to learn the rule's values
 */
public record WarmStartSettings(
        String warmStart, int warmStartEpisodes, double cloningRate, int cloningEpochs, int valueWarmUpEpochs) {
    /** Eight episodes of the scenario's reference rule. */
    public static final WarmStartSettings DEFAULTS = new WarmStartSettings(Learner.WarmStart.REFERENCE, 8, 1e-3, 90, 6);

    public WarmStartSettings {
        atLeast("warmStartEpisodes", warmStartEpisodes, warmStart.isEmpty() ? 0 : 1);
        positive("cloningRate", cloningRate);
        atLeast("cloningEpochs", cloningEpochs, 0);
        atLeast("valueWarmUpEpochs", valueWarmUpEpochs, 0);
    }
}
