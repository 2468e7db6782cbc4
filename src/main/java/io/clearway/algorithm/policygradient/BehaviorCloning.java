package io.clearway.algorithm.policygradient;

import io.clearway.neural.ActionDistribution;
import io.clearway.neural.Adam;
import java.util.random.RandomGenerator;

/** Makes policies choose as a rule did: cross-entropy −log π_i(a_i), over decisions that left a choice. */
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
    public double imitate(Experience experience, int epochs, RandomGenerator chance) {
        double loss = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            double sum = 0;
            int[][] minibatches = Pages.minibatches(experience.samples(), minibatchSize, chance);
            for (int[] minibatch : minibatches) {
                sum += step(experience, minibatch);
            }
            loss = sum / minibatches.length;
        }
        return loss;
    }

    private double step(Experience experience, int[] minibatch) {
        int actions = experience.shape().actions();
        float[] logits = policy.logits(experience.states(), experience.capacity(), minibatch);
        float[] gradients = new float[logits.length];
        double loss = 0;
        int choices = 0;
        for (int row = 0; row < logits.length / actions; row++) {
            int at = row / minibatch.length * experience.capacity() + minibatch[row % minibatch.length];
            ActionDistribution distribution =
                    DecentralizedPolicy.distribution(logits, row, experience.legal(), at, actions);
            int choice = experience.choices()[at];
            if (distribution.probability(choice) < 1) {
                loss -= distribution.logProbability(choice);
                choices++;
            }
            distribution.addLogProbabilityGradient(choice, -1f / minibatch.length, gradients, row * actions);
        }
        policy.learn(gradients, adam);
        return choices == 0 ? 0 : loss / choices;
    }
}
