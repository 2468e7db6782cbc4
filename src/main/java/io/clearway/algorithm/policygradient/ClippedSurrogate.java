package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.RolloutBatch;
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
     * @param gradients of each agent's loss with respect to the description of its distribution
     *     [agents][minibatch][description]
     * @param loss clipped surrogate without the entropy
     * @param entropy H(π_i) (nat)
     * @param divergence KL(π_old ‖ π_new) (nat)
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    public record Outcome(float[] gradients, double loss, double entropy, double divergence) {}

    /**
     * Loss and gradients of a minibatch.
     *
     * @param fresh descriptions of the new distributions [agents][minibatch][description]
     * @param old of those that acted [agents][capacity][description]
     * @param advantages Ã_i, constants [agents][capacity]
     */
    public Outcome of(RolloutBatch experience, int[] minibatch, float[] fresh, float[] old, float[] advantages) {
        ActionKind kind = experience.shape().kind();
        int width = kind.description();
        float[] gradients = new float[fresh.length];
        double loss = 0;
        double entropy = 0;
        double divergence = 0;
        int rows = fresh.length / width;
        for (int row = 0; row < rows; row++) {
            int at = row / minibatch.length * experience.capacity() + minibatch[row % minibatch.length];
            ActionDistribution policy = kind.distribution(fresh, row, experience.legal(), at);
            ActionDistribution acted = kind.distribution(old, at, experience.legal(), at);
            float action = experience.actions()[at];
            double ratio =
                    Math.exp(Math.min(MOST_LOG_RATIO, policy.logProbability(action) - acted.logProbability(action)));
            float advantage = advantages[at];
            double clipped = Math.max(1 - clip, Math.min(1 + clip, ratio));
            loss -= Math.min(ratio * advantage, clipped * advantage);
            if (ratio * advantage <= clipped * advantage) {
                float scale = (float) (-ratio * advantage / minibatch.length);
                policy.addLogProbabilityGradient(action, scale, gradients, row * width);
            }
            policy.addEntropyGradient((float) (-entropyWeight / minibatch.length), gradients, row * width);
            entropy += policy.entropy();
            divergence += acted.divergence(policy);
        }
        return new Outcome(gradients, loss / rows, entropy / rows, divergence / rows);
    }
}
