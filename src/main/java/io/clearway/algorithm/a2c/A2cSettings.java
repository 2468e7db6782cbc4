package io.clearway.algorithm.a2c;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.positive;
import static io.clearway.setting.Bounds.within;

import io.clearway.algorithm.experience.ParameterSharing;
import io.clearway.algorithm.policygradient.ActionSelection;

/**
 * Every setting of the advantage actor-critic methods; docs/algorithms.md tells more about each.
 *
 * @param discount γ
 * @param spatialDiscount α: weight of another agent's reward per hop of distance; 0 for the own reward alone, 1 for the
 *     sum over all agents
 * @param batch n: decisions between two updates; also how far gradients are carried back in time
 * @param valueWeight of half the values' squared error against the policies' loss
 * @param entropyWeight β
 * @param learningRate of RMSProp
 * @param decay α of RMSProp's mean square
 * @param epsilon ε of RMSProp
 * @param gradientNorm largest gradient
 * @param encoder units of each encoding layer
 * @param hidden units of the LSTM
 * @param rewardUnit rewards are divided by it; 0 for the running deviation of their discounted sums
 * @param episodesPerRound episodes played at the same weights, side by side in a batch
 * @param sharing who shares weights: {@code none} or {@code same-shape}
 * @param warmStart rule whose episodes are studied first; {@code reference} for the one that the scenario is held
 *     against, empty for none
 * @param warmStartEpisodes how many
 * @param cloningEpochs passes over them to clone the rule and learn its values
 * @param threads that compute; results do not depend on it
 * @param execution how the learned policy chooses: {@code greedy}, {@code sampled}, or {@code auto}, by the kind of
 *     actions
 */
public record A2cSettings(
        double discount,
        double spatialDiscount,
        int batch,
        double valueWeight,
        double entropyWeight,
        double learningRate,
        double decay,
        double epsilon,
        double gradientNorm,
        int encoder,
        int hidden,
        double rewardUnit,
        int episodesPerRound,
        ParameterSharing sharing,
        String warmStart,
        int warmStartEpisodes,
        int cloningEpochs,
        int threads,
        ActionSelection execution) {
    /** Those of Chu et al. 2020 for the 5×5 grid, common to their methods; every agent learns for the sum of all. */
    public static final A2cSettings CHU = new A2cSettings(
            0.99,
            1.0,
            120,
            0.5,
            0.01,
            5e-4,
            0.99,
            1e-5,
            40,
            64,
            64,
            0,
            1,
            ParameterSharing.NONE,
            "",
            8,
            10,
            2,
            ActionSelection.AUTO);

    public A2cSettings {
        within("discount", discount, 0, 1);
        within("spatialDiscount", spatialDiscount, 0, 1);
        atLeast("batch", batch, 1);
        within("valueWeight", valueWeight, 0, 1000);
        within("entropyWeight", entropyWeight, 0, 10);
        positive("learningRate", learningRate);
        within("decay", decay, 0, 0.999999);
        positive("epsilon", epsilon);
        positive("gradientNorm", gradientNorm);
        atLeast("encoder", encoder, 1);
        atLeast("hidden", hidden, 1);
        within("rewardUnit", rewardUnit, 0, 1e12);
        atLeast("episodesPerRound", episodesPerRound, 1);
        atLeast("warmStartEpisodes", warmStartEpisodes, warmStart.isEmpty() ? 0 : 1);
        atLeast("cloningEpochs", cloningEpochs, 0);
        atLeast("threads", threads, 1);
    }

    /** The same with another α. */
    public A2cSettings withSpatialDiscount(double other) {
        return new A2cSettings(
                discount,
                other,
                batch,
                valueWeight,
                entropyWeight,
                learningRate,
                decay,
                epsilon,
                gradientNorm,
                encoder,
                hidden,
                rewardUnit,
                episodesPerRound,
                sharing,
                warmStart,
                warmStartEpisodes,
                cloningEpochs,
                threads,
                execution);
    }
}
