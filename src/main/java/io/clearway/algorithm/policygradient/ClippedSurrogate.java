package io.clearway.algorithm.policygradient;

import io.clearway.neural.ActionDistribution;

/**
 * PPO's loss of one minibatch (Schulman et al. 2017, Eq. 7; Ma et al. 2024, Eq. 5 with clipping): mean over the
 * minibatch of −min(ρ Ã, clip(ρ, 1 − ε, 1 + ε) Ã) − β H(π_i), for every agent by itself.
 *
 * @param clip ε
 * @param entropyWeight β, 0 or more: more entropy is a smaller loss
 */
public record ClippedSurrogate(double clip, double entropyWeight) {
    /**
     * What came out for a minibatch, means over samples and agents.
     *
     * @param gradients of each agent's loss with respect to its logits [agents][minibatch][actions]
     * @param loss clipped surrogate without the entropy
     * @param entropy H(π_i) (nat)
     * @param divergence KL(π_old ‖ π_new) (nat)
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    public record Outcome(float[] gradients, double loss, double entropy, double divergence) {}

    /**
     * Loss and gradients of a minibatch.
     *
     * @param logits of the new policies [agents][minibatch][actions]
     * @param oldLogits of the policies that acted [agents][capacity][actions]
     * @param advantages Ã_i, constants [agents][capacity]
     */
    public Outcome of(Experience experience, int[] minibatch, float[] logits, float[] oldLogits, float[] advantages) {
        int actions = experience.shape().actions();
        float[] gradients = new float[logits.length];
        double loss = 0;
        double entropy = 0;
        double divergence = 0;
        int rows = logits.length / actions;
        for (int row = 0; row < rows; row++) {
            int at = row / minibatch.length * experience.capacity() + minibatch[row % minibatch.length];
            ActionDistribution fresh = DecentralizedPolicy.distribution(logits, row, experience.legal(), at, actions);
            ActionDistribution old = DecentralizedPolicy.distribution(oldLogits, at, experience.legal(), at, actions);
            int choice = experience.choices()[at];
            double ratio = Math.exp(fresh.logProbability(choice) - old.logProbability(choice));
            float advantage = advantages[at];
            double clipped = Math.max(1 - clip, Math.min(1 + clip, ratio));
            loss -= Math.min(ratio * advantage, clipped * advantage);
            if (ratio * advantage <= clipped * advantage) {
                float scale = (float) (-ratio * advantage / minibatch.length);
                fresh.addLogProbabilityGradient(choice, scale, gradients, row * actions);
            }
            fresh.addEntropyGradient((float) (-entropyWeight / minibatch.length), gradients, row * actions);
            entropy += fresh.entropy();
            divergence += divergence(old, fresh);
        }
        return new Outcome(gradients, loss / rows, entropy / rows, divergence / rows);
    }

    private static double divergence(ActionDistribution old, ActionDistribution fresh) {
        double sum = 0;
        for (int action = 0; action < old.actions(); action++) {
            if (old.probability(action) > 0) {
                sum += old.probability(action) * ((double) old.logProbability(action) - fresh.logProbability(action));
            }
        }
        return sum;
    }
}
