package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.policygradient.Execution;
import io.clearway.algorithm.policygradient.Sharing;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;

/**
 * Every setting of {@link Dmpo}; docs/algorithms.md tells more about each.
 *
 * @param policyRadius κ_π: hops that a policy looks
 * @param valueRadius κ_v: hops that a value function looks, and whose advantages an agent counts
 * @param sharing who shares weights of policies and values: {@code none} or {@code same-shape}
 * @param hidden units of the hidden layers of policies and values
 * @param discount γ
 * @param lambda λ of the advantage estimates
 * @param clip ε of the policy ratio
 * @param entropyWeight β
 * @param targetDivergence KL divergence (nat) that ends an update when exceeded 1.5 times
 * @param policyRate learning rate of the policies
 * @param valueRate learning rate of the values
 * @param gradientNorm largest gradient of a network
 * @param episodesPerRound real episodes between two rounds of learning
 * @param innerSteps updates per round, each on imagined or on real data
 * @param epochs passes over the data per update
 * @param minibatch joint samples per gradient step
 * @param modelProbability how often an update uses imagined data, the model being good enough
 * @param modelErrorThreshold hold-out relative error of states and rewards below which the model is good enough
 * @param rollouts imagined rollouts per update
 * @param rolloutLength T: steps of a rollout
 * @param branchEpisodes newest real episodes that rollouts branch off from
 * @param replayEpisodes real episodes kept in D^E
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
 * @param warmStart rule whose episodes are studied first; {@code reference} for the one that the scenario is held
 *     against, empty for none
 * @param warmStartEpisodes how many
 * @param cloningRate learning rate of cloning
 * @param cloningEpochs passes over them to clone the rule
 * @param valueWarmUpEpochs passes over them to learn the rule's values
 * @param threads that compute; results do not depend on it
 * @param execution how the learned policy chooses: {@code greedy} or {@code sampled}
 */
public record DmpoSettings(
        int policyRadius,
        int valueRadius,
        String sharing,
        List<Integer> hidden,
        double discount,
        double lambda,
        double clip,
        double entropyWeight,
        double targetDivergence,
        double policyRate,
        double valueRate,
        double gradientNorm,
        int episodesPerRound,
        int innerSteps,
        int epochs,
        int minibatch,
        double modelProbability,
        double modelErrorThreshold,
        int rollouts,
        int rolloutLength,
        int branchEpisodes,
        int replayEpisodes,
        int nodeEmbedding,
        int edgeEmbedding,
        List<Integer> modelHidden,
        double modelRate,
        int modelBatch,
        int modelWindow,
        int modelUpdates,
        double rewardWeight,
        int warmUpEpisodes,
        int modelWarmUpUpdates,
        String warmStart,
        int warmStartEpisodes,
        double cloningRate,
        int cloningEpochs,
        int valueWarmUpEpochs,
        int threads,
        String execution) {
    /** Chosen for few episodes and two cores: starts from max-pressure's traffic, equal agents share weights. */
    public static final DmpoSettings DEFAULTS = new DmpoSettings(
            1,
            1,
            Sharing.SAME_SHAPE.key(),
            List.of(128, 128),
            0.98,
            0.9,
            0.2,
            0.003,
            0.02,
            3e-4,
            1e-3,
            1.0,
            2,
            4,
            3,
            128,
            0.25,
            0.5,
            128,
            10,
            4,
            16,
            32,
            16,
            List.of(64),
            3e-3,
            128,
            2,
            60,
            1.0,
            0,
            400,
            Learner.Lesson.REFERENCE,
            8,
            1e-3,
            30,
            6,
            2,
            Execution.SAMPLED.key());

    /**
     * The paper's own hyper-parameters for the 5×5 grid (code of 2024, config/Grid_DMPO): no rule to start from, no
     * shared weights.
     */
    public static Settings paper() {
        return new Settings(Map.ofEntries(
                Map.entry("sharing", Sharing.NONE.key()),
                Map.entry("execution", Execution.GREEDY.key()),
                Map.entry("discount", 0.99),
                Map.entry("lambda", 0.5),
                Map.entry("entropyWeight", 0.0),
                Map.entry("targetDivergence", 7.5e-3),
                Map.entry("policyRate", 1e-4),
                Map.entry("valueRate", 1e-4),
                Map.entry("episodesPerRound", 1),
                Map.entry("innerSteps", 10),
                Map.entry("epochs", 10),
                Map.entry("rollouts", 2048),
                Map.entry("rolloutLength", 25),
                Map.entry("branchEpisodes", 1),
                Map.entry("replayEpisodes", 15),
                Map.entry("nodeEmbedding", 4),
                Map.entry("edgeEmbedding", 4),
                Map.entry("modelHidden", List.of(4)),
                Map.entry("modelBatch", 512),
                Map.entry("modelWindow", 4),
                Map.entry("modelUpdates", 200),
                Map.entry("rewardWeight", 10.0),
                Map.entry("modelProbability", 0.5),
                Map.entry("modelRate", 1e-3),
                Map.entry("warmUpEpisodes", 50),
                Map.entry("modelWarmUpUpdates", 20_000),
                Map.entry("warmStart", "")));
    }

    public DmpoSettings {
        sharing = Sharing.named(sharing).key();
        execution = Execution.named(execution).key();
        hidden = List.copyOf(hidden);
        modelHidden = List.copyOf(modelHidden);
        atLeast("policyRadius", policyRadius, 0);
        atLeast("valueRadius", valueRadius, 0);
        layers("hidden", hidden);
        within("discount", discount, 0, 1);
        within("lambda", lambda, 0, 1);
        positive("clip", clip);
        within("entropyWeight", entropyWeight, 0, 10);
        positive("targetDivergence", targetDivergence);
        positive("policyRate", policyRate);
        positive("valueRate", valueRate);
        positive("gradientNorm", gradientNorm);
        atLeast("episodesPerRound", episodesPerRound, 1);
        atLeast("innerSteps", innerSteps, 1);
        atLeast("epochs", epochs, 1);
        atLeast("minibatch", minibatch, 1);
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
        noneNegative(warmUpEpisodes, "warmUpEpisodes", modelWarmUpUpdates, "modelWarmUpUpdates");
        atLeast("warmStartEpisodes", warmStartEpisodes, warmStart.isEmpty() ? 0 : 1);
        positive("cloningRate", cloningRate);
        noneNegative(cloningEpochs, "cloningEpochs", valueWarmUpEpochs, "valueWarmUpEpochs");
        atLeast("threads", threads, 1);
    }

    private static void noneNegative(int one, String oneField, int other, String otherField) {
        atLeast(oneField, one, 0);
        atLeast(otherField, other, 0);
    }

    private static void atLeast(String field, int value, int least) {
        if (value < least || value > 1_000_000) {
            throw new InvalidSetting(field, value, "give a whole number from %d to 1000000".formatted(least));
        }
    }

    private static void positive(String field, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InvalidSetting(field, value, "give a number above 0");
        }
    }

    private static void within(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidSetting(field, value, "give a number from %s to %s".formatted(least, most));
        }
    }

    private static void layers(String field, List<Integer> units) {
        if (units.size() > 8 || units.stream().anyMatch(count -> count < 1 || count > 4096)) {
            throw new InvalidSetting(field, units, "give at most 8 layers of 1 to 4096 units each");
        }
    }
}
