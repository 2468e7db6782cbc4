package io.clearway.algorithm.policygradient;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.layers;
import static io.clearway.setting.Bounds.positive;
import static io.clearway.setting.Bounds.within;

import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.ParameterSharing;
import java.util.List;

/**
 * Settings of decentralized policies and extended values, and of how they are improved.
 *
 * @param policyRadius κ of the policies
 * @param valueRadius κ of the values; −1 for all agents, as a centralized critic sees
 * @param valueTimeBumps in how many bumps spread over the horizon values see the time; 0 for no time
 * @param advantageRadius κ of the advantages that a policy is improved on; 0 for its own alone, −1 for all agents'
 * @param sharing {@code none}, or {@code same-shape}: agents of equal shape share weights
 * @param hidden units of the hidden layers of policies and values
 * @param discount γ
 * @param lambda λ of the advantage estimates
 * @param valueLambda λ of the values' targets; 1 for the discounted sum of all rewards to come, as in the paper
 * @param clip ε of the policy ratio
 * @param entropyWeight β
 * @param targetDivergence KL divergence (nat) that ends an update when exceeded 1.5 times
 * @param policyRate learning rate of the policies
 * @param valueRate learning rate of the values
 * @param gradientNorm largest gradient of a network
 * @param episodesPerRound real episodes between two rounds of learning
 * @param innerSteps updates per round
 * @param epochs passes over the data per update
 * @param minibatch joint samples per gradient step
 * @param threads that compute; results do not depend on it
 * @param execution how the learned policy chooses: {@code greedy}, {@code sampled}, or {@code auto}, by the kind of
 *     actions
 */
public record ActorCriticSettings(
        int policyRadius,
        int valueRadius,
        int valueTimeBumps,
        int advantageRadius,
        ParameterSharing sharing,
        List<Integer> hidden,
        double discount,
        double lambda,
        double valueLambda,
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
        int threads,
        ActionSelection execution) {
    /** Chosen for few episodes and two cores: equal agents share weights. */
    public static final ActorCriticSettings DEFAULTS = new ActorCriticSettings(
            1,
            1,
            12,
            1,
            ParameterSharing.SAME_SHAPE,
            List.of(128, 128),
            0.99,
            0.5,
            1,
            0.2,
            0.001,
            0.02,
            3e-4,
            1e-3,
            1.0,
            2,
            4,
            3,
            128,
            2,
            ActionSelection.AUTO);

    public ActorCriticSettings {
        hidden = List.copyOf(hidden);
        atLeast("policyRadius", policyRadius, 0);
        atLeast("valueRadius", valueRadius, NeighborhoodInputs.ALL_AGENTS);
        atLeast("valueTimeBumps", valueTimeBumps, 0);
        atLeast("advantageRadius", advantageRadius, NeighborhoodInputs.ALL_AGENTS);
        layers("hidden", hidden);
        within("discount", discount, 0, 1);
        within("lambda", lambda, 0, 1);
        within("valueLambda", valueLambda, 0, 1);
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
        atLeast("threads", threads, 1);
    }
}
