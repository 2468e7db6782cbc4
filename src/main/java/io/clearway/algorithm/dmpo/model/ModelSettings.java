package io.clearway.algorithm.dmpo.model;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.layers;
import static io.clearway.setting.Bounds.positive;
import static io.clearway.setting.Bounds.within;

import java.util.List;

/**
 * Settings of the dynamics model and of what is imagined with it.
 *
 * @param modelProbability how often an update uses imagined data, the model being good enough
 * @param modelErrorThreshold hold-out relative error of states and rewards below which the model is good enough
 * @param rollouts imagined rollouts per update
 * @param rolloutLength T: steps of a rollout
 * @param branchEpisodes newest real episodes that rollouts branch off from
 * @param replayEpisodes real episodes kept in D^E
 * @param modelGraph whom the model of an agent hears: {@code adjacent} its neighbors, {@code independent} nobody,
 *     {@code non-adjacent} as many agents far away
 * @param modelActivation of the model's hidden layers: {@code relu}, or {@code identity} for a linear model
 * @param nodeEmbedding length of an agent's embedding in the dynamics model
 * @param edgeEmbedding length of an edge's embedding
 * @param modelHidden units of the hidden layers of edge and node networks
 * @param modelRate learning rate of the dynamics model
 * @param modelBatch windows per gradient step of the model
 * @param modelWindow steps that the model predicts in training before it sees a true state again
 * @param modelUpdates gradient steps of the model per round
 * @param rewardWeight c_r: weight of the reward's error against the state's
 * @param warmUpEpisodes own episodes played before the first update
 * @param modelWarmUpUpdates gradient steps of the model before its first use
 */
public record ModelSettings(
        double modelProbability,
        double modelErrorThreshold,
        int rollouts,
        int rolloutLength,
        int branchEpisodes,
        int replayEpisodes,
        ModelGraph modelGraph,
        ModelActivation modelActivation,
        int nodeEmbedding,
        int edgeEmbedding,
        List<Integer> modelHidden,
        double modelRate,
        int modelBatch,
        int modelWindow,
        int modelUpdates,
        double rewardWeight,
        int warmUpEpisodes,
        int modelWarmUpUpdates) {
    /** Chosen for few episodes and two cores. */
    public static final ModelSettings DEFAULTS = new ModelSettings(
            0.25,
            0.5,
            128,
            10,
            4,
            16,
            ModelGraph.ADJACENT,
            ModelActivation.RELU,
            32,
            16,
            List.of(64),
            3e-3,
            128,
            2,
            60,
            1.0,
            0,
            400);

    public ModelSettings {
        modelHidden = List.copyOf(modelHidden);
        within("modelProbability", modelProbability, 0, 1);
        within("modelErrorThreshold", modelErrorThreshold, 0, 100);
        atLeast("rollouts", rollouts, 1);
        atLeast("rolloutLength", rolloutLength, 1);
        atLeast("branchEpisodes", branchEpisodes, 1);
        atLeast("replayEpisodes", replayEpisodes, Replay.SMALLEST);
        layers("modelHidden", modelHidden);
        atLeast("nodeEmbedding", nodeEmbedding, 1);
        atLeast("edgeEmbedding", edgeEmbedding, 1);
        positive("modelRate", modelRate);
        atLeast("modelBatch", modelBatch, 1);
        atLeast("modelWindow", modelWindow, 1);
        atLeast("modelUpdates", modelUpdates, 0);
        within("rewardWeight", rewardWeight, 0, 1000);
        atLeast("warmUpEpisodes", warmUpEpisodes, 0);
        atLeast("modelWarmUpUpdates", modelWarmUpUpdates, 0);
    }
}
