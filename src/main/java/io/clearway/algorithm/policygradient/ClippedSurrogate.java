package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.distribution.ActionDistribution;

/**
 * PPO's loss of one minibatch (Schulman et al. 2017, Eq. 7; Ma et al. 2024, Eq. 5 with clipping): mean over the
 * minibatch of −min(ρ Ã, clip(ρ, 1 − ε, 1 + ε) Ã) − β H(π_i), for every agent by itself.
 *
 * @param clip ε
 * @param entropyWeight β, 0 or more: more entropy is a smaller loss
 */
public record ClippedSurrogate(double clip, double entropyWeight) {
    /** Keeps the ratio of two densities finite; the divergence stops learning long before. */
    private static final double MOST_LOG_RATIO = 20;

    /**
     * What came out for a minibatch, means over samples and agents.
     *
     * @param gradients of each agent's loss with respect to the descriptions of its distributions
     * @param loss clipped surrogate without the entropy
     * @param entropy H(π_i) (nat)
     * @param divergence KL(π_old ‖ π_new) (nat)
     */
    public record Outcome(AgentTensor gradients, double loss, double entropy, double divergence) {}

    /**
     * Loss and gradients of a minibatch.
     *
     * @param minibatch samples of the rollouts
     * @param fresh descriptions of the new distributions, a row per sample of the minibatch
     * @param old of those that acted, a row per sample of the rollouts
     * @param advantages Ã_i, constants, a row per sample of the rollouts
     */
    public Outcome of(
            RolloutBatch rollouts, int[] minibatch, AgentTensor fresh, AgentTensor old, AgentTensor advantages) {
        ActionKind kind = rollouts.shape().kind();
        float[] actions = rollouts.actions().values();
        AgentTensor gradients = fresh.zerosLike();
        double loss = 0;
        double entropy = 0;
        double divergence = 0;
        for (int agent = 0; agent < fresh.agents(); agent++) {
            for (int row = 0; row < minibatch.length; row++) {
                int sample = minibatch[row];
                int at = gradients.at(agent, row);
                ActionDistribution policy = kind.distribution(fresh, agent, row, rollouts.legal(), sample);
                ActionDistribution acted = kind.distribution(old, agent, sample, rollouts.legal(), sample);
                int actionAt = rollouts.actions().at(agent, sample);
                double ratio = ratio(policy, acted, actions, actionAt);
                float advantage = advantages.get(agent, sample, 0);
                double clipped = Math.max(1 - clip, Math.min(1 + clip, ratio));
                loss -= Math.min(ratio * advantage, clipped * advantage);
                if (ratio * advantage <= clipped * advantage) {
                    float scale = (float) (-ratio * advantage / minibatch.length);
                    policy.addLogProbabilityGradient(actions, actionAt, scale, gradients.values(), at);
                }
                policy.addEntropyGradient((float) (-entropyWeight / minibatch.length), gradients.values(), at);
                entropy += policy.entropy();
                divergence += acted.divergence(policy);
            }
        }
        int rows = fresh.agents() * minibatch.length;
        return new Outcome(gradients, loss / rows, entropy / rows, divergence / rows);
    }

    /** ρ = π(a) / π_old(a). */
    private static double ratio(ActionDistribution policy, ActionDistribution acted, float[] actions, int at) {
        return Math.exp(
                Math.min(MOST_LOG_RATIO, policy.logProbability(actions, at) - acted.logProbability(actions, at)));
    }
}
