package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.Minibatches;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.neural.optimizer.Adam;
import java.util.random.RandomGenerator;

/**
 * Makes policies choose as a rule did: cross-entropy −log π_i(a_i), over decisions that left a choice. What does not
 * depend on the state stays: a rule's real numbers would narrow the deviation to nothing, and with it all exploration.
 */
public final class BehaviorCloning {
    private final DecentralizedPolicy policy;
    private final Adam adam;
    private final int minibatchSize;

    /** @param minibatchSize samples per step */
    public BehaviorCloning(DecentralizedPolicy policy, Adam adam, int minibatchSize) {
        this.policy = policy;
        this.adam = adam;
        this.minibatchSize = minibatchSize;
    }

    /**
     * Clones what was done in an experience; mean cross-entropy (nat) over the last epoch's decisions with a choice.
     */
    public double imitate(RolloutBatch experience, int epochs, RandomGenerator chance) {
        double loss = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            double sum = 0;
            int[][] minibatches = Minibatches.minibatches(experience.samples(), minibatchSize, chance);
            for (int[] minibatch : minibatches) {
                sum += step(experience, minibatch);
            }
            loss = sum / minibatches.length;
        }
        return loss;
    }

    private double step(RolloutBatch experience, int[] minibatch) {
        ActionKind kind = experience.shape().kind();
        int width = kind.description();
        float[] descriptions = policy.describe(experience.states(), experience.capacity(), minibatch);
        float[] gradients = new float[descriptions.length];
        double loss = 0;
        int choices = 0;
        for (int row = 0; row < descriptions.length / width; row++) {
            int at = row / minibatch.length * experience.capacity() + minibatch[row % minibatch.length];
            ActionDistribution distribution = kind.distribution(descriptions, row, experience.legal(), at);
            float action = experience.actions()[at];
            if (!distribution.certain(action)) {
                loss -= distribution.logProbability(action);
                choices++;
            }
            distribution.addLogProbabilityGradient(action, -1f / minibatch.length, gradients, row * width);
        }
        policy.learnNetworks(gradients, adam);
        return choices == 0 ? 0 : loss / choices;
    }
}
