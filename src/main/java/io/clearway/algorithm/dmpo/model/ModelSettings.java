package io.clearway.algorithm.dmpo.model;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.layers;
import static io.clearway.setting.Bounds.positive;
import static io.clearway.setting.Bounds.within;

import io.clearway.setting.InvalidSetting;
import java.util.List;

/**
 * Settings of the dynamics model and of what is imagined with it.
 *
 * @param imagination when and how rollouts are imagined
 * @param data real play that the model learns from
 * @param networks of the model
 * @param training of the model
 */
public record ModelSettings(Imagination imagination, RealData data, Networks networks, Training training) {
    /** Chosen for few episodes and two cores. */
    public static final ModelSettings DEFAULTS = new ModelSettings(
            new Imagination(0.25, 0.5, 128, 10, 4, 0, 1),
            new RealData(16, 0),
            new Networks(ModelGraph.ADJACENT, 1, true, ModelActivation.RELU, 32, 16, List.of(64)),
            new Training(3e-3, 128, 2, 60, 400, 1.0));

    /**
     * Imagined rollouts.
     *
     * @param modelProbability how often an update uses imagined data, the model being good enough
     * @param modelErrorThreshold hold-out relative error of states and rewards below which the model is good enough; −1
     *     for no gate: it is once it was fitted
     * @param rollouts imagined rollouts per update
     * @param rolloutLength T: steps of a rollout
     * @param branchEpisodes newest real episodes that rollouts branch off from
     * @param realUpdatesFirst updates of a round on its real play before the first imagined one
     * @param trustRadius KL divergence (nat) from the policies that acted at which a round's imagination ends; halves
     *     when real play shows a loss, where the best policies come back; 0 for no limit and no return
     */
    public record Imagination(
            double modelProbability,
            double modelErrorThreshold,
            int rollouts,
            int rolloutLength,
            int branchEpisodes,
            int realUpdatesFirst,
            double trustRadius) {
        private static final double LARGEST_RADIUS = 1000;
        private static final double LARGEST_THRESHOLD = 100;
        private static final double NO_GATE = -1;

        public Imagination {
            within("modelProbability", modelProbability, 0, 1);
            if (modelErrorThreshold != NO_GATE
                    && !(modelErrorThreshold >= 0 && modelErrorThreshold <= LARGEST_THRESHOLD)) {
                throw new InvalidSetting(
                        "modelErrorThreshold", modelErrorThreshold, "give a number from 0 to 100, or -1 for no gate");
            }
            atLeast("rollouts", rollouts, 1);
            atLeast("rolloutLength", rolloutLength, 1);
            atLeast("branchEpisodes", branchEpisodes, 1);
            atLeast("realUpdatesFirst", realUpdatesFirst, 0);
            within("trustRadius", trustRadius, 0, LARGEST_RADIUS);
        }

        /** Whether a model of this error on held-out play may be used; not without any, as it isn't fitted then. */
        public boolean admits(ModelError error) {
            return modelErrorThreshold == NO_GATE ? error.known() : error.below(modelErrorThreshold);
        }
    }

    /**
     * Real play that the model learns from.
     *
     * @param replayEpisodes real episodes kept in D^E
     * @param warmUpEpisodes own episodes played before the first update
     */
    public record RealData(int replayEpisodes, int warmUpEpisodes) {
        public RealData {
            atLeast("replayEpisodes", replayEpisodes, Replay.SMALLEST);
            atLeast("warmUpEpisodes", warmUpEpisodes, 0);
        }
    }

    /**
     * The model's graph network.
     *
     * @param modelGraph agents that an agent's model observes: {@code adjacent} its neighbors on the observed graph,
     *     {@code independent} none, {@code non-adjacent} as many distant agents
     * @param modelRadius hops to the farthest neighbors that an agent's model observes
     * @param edgeActions whether the edge networks read the actions of both ends; if not, a model knows no action but
     *     its own agent's, as in the paper
     * @param modelActivation of the model's hidden layers: {@code relu}, or {@code identity} for a linear model
     * @param nodeEmbedding length of an agent's embedding
     * @param edgeEmbedding length of an edge's embedding
     * @param modelHidden units of the hidden layers of edge and node networks
     */
    public record Networks(
            ModelGraph modelGraph,
            int modelRadius,
            boolean edgeActions,
            ModelActivation modelActivation,
            int nodeEmbedding,
            int edgeEmbedding,
            List<Integer> modelHidden) {
        public Networks {
            modelHidden = List.copyOf(modelHidden);
            atLeast("modelRadius", modelRadius, 1);
            atLeast("nodeEmbedding", nodeEmbedding, 1);
            atLeast("edgeEmbedding", edgeEmbedding, 1);
            layers("modelHidden", modelHidden);
        }
    }

    /**
     * Training of the model.
     *
     * @param modelRate learning rate of the dynamics model
     * @param modelBatch windows per gradient step of the model
     * @param modelWindow steps that the model predicts in training before it sees a true state again
     * @param modelUpdates gradient steps of the model per round
     * @param modelWarmUpUpdates gradient steps of the model before its first use
     * @param rewardWeight c_r: weight of the reward's error against the state's
     */
    public record Training(
            double modelRate,
            int modelBatch,
            int modelWindow,
            int modelUpdates,
            int modelWarmUpUpdates,
            double rewardWeight) {
        private static final double LARGEST_REWARD_WEIGHT = 1000;

        public Training {
            positive("modelRate", modelRate);
            atLeast("modelBatch", modelBatch, 1);
            atLeast("modelWindow", modelWindow, 1);
            atLeast("modelUpdates", modelUpdates, 0);
            atLeast("modelWarmUpUpdates", modelWarmUpUpdates, 0);
            within("rewardWeight", rewardWeight, 0, LARGEST_REWARD_WEIGHT);
        }
    }
}
