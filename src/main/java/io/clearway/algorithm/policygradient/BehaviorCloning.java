package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.Minibatches;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/**
 * Trains policies to imitate a rule: cross-entropy −log π_i(a_i), over decisions that left a choice. Parameters that do
 * not depend on the state stay unchanged: a rule's real numbers would narrow the deviation to nothing, and with it all
 * exploration.
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
     * Clones what was done in demonstrations; mean cross-entropy (nat) over the last epoch's decisions with a choice.
     */
    public double imitate(RolloutBatch demonstrations, int epochs, RandomGenerator chance) {
        return imitate(demonstrations, epochs, chance, over -> {});
    }

    /**
     * The same.
     *
     * @param over is told how many epochs are over, at the beginning and after each
     */
    double imitate(RolloutBatch demonstrations, int epochs, RandomGenerator chance, IntConsumer over) {
        double loss = 0;
        over.accept(0);
        for (int epoch = 0; epoch < epochs; epoch++) {
            double sum = 0;
            int[][] minibatches = Minibatches.minibatches(demonstrations.samples(), minibatchSize, chance);
            for (int[] minibatch : minibatches) {
                sum += step(demonstrations, minibatch);
            }
            loss = sum / minibatches.length;
            over.accept(epoch + 1);
        }
        return loss;
    }

    private double step(RolloutBatch demonstrations, int[] minibatch) {
        ActionKind kind = demonstrations.shape().kind();
        AgentTensor descriptions = policy.describe(demonstrations.states(), minibatch);
        AgentTensor gradients = descriptions.zerosLike();
        float[] actions = demonstrations.actions().values();
        float scale = -1f / minibatch.length;
        double loss = 0;
        int choices = 0;
        for (int agent = 0; agent < descriptions.agents(); agent++) {
            for (int row = 0; row < minibatch.length; row++) {
                int sample = minibatch[row];
                var distribution = kind.distribution(descriptions, agent, row, demonstrations.legal(), sample);
                int at = demonstrations.actions().at(agent, sample);
                if (!distribution.certain(actions, at)) {
                    loss -= distribution.logProbability(actions, at);
                    choices++;
                }
                distribution.addLogProbabilityGradient(
                        actions, at, scale, gradients.values(), gradients.at(agent, row));
            }
        }
        policy.learnNetworks(gradients, adam);
        return choices == 0 ? 0 : loss / choices;
    }
}
