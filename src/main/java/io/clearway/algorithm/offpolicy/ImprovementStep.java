package io.clearway.algorithm.offpolicy;

import io.clearway.neural.optimizer.Adam;
import java.util.List;
import java.util.random.RandomGenerator;

/** The policy improvement step of Algorithm 2: one step of each actor by Eq. 62, actions being reparameterized. */
final class ImprovementStep {
    private final SquashedActors actors;
    private final LocalCritics critics;
    private final double entropyWeight;
    private final Adam adam;

    /** @param entropyWeight α: what the agent's own entropy counts; 0 in the paper */
    ImprovementStep(SquashedActors actors, LocalCritics critics, double entropyWeight, Adam adam) {
        this.actors = actors;
        this.critics = critics;
        this.entropyWeight = entropyWeight;
        this.adam = adam;
    }

    /**
     * What a step saw, means over agents and samples.
     *
     * @param loss α log π(ã) − Q(s, ã)
     * @param entropy −log π(ã) of actions in (−1, 1)
     */
    record Outcome(double loss, double entropy) {}

    /** One step. */
    Outcome run(Minibatch batch, List<RandomGenerator> chances) {
        int rows = batch.rows();
        float[] outputs = actors.outputs(batch.states(), batch.size());
        double[] noise = new double[rows];
        float[] actions = new float[rows];
        double entropy = 0;
        for (int row = 0; row < rows; row++) {
            noise[row] = chances.get(batch.agent(row)).nextGaussian();
            SquashedGaussian policy = actors.policy(outputs, row);
            double before = policy.before(noise[row]);
            actions[row] = (float) SquashedGaussian.squash(before);
            entropy -= policy.logPolicy(before) / rows;
        }
        double value = 0;
        for (float one : critics.values(batch.states(), actions, batch.size())) {
            value += (double) one / rows;
        }
        float[] slopes = critics.slopes(rows);
        float[] gradients = new float[outputs.length];
        for (int row = 0; row < rows; row++) {
            var gradient = actors.policy(outputs, row).gradient(noise[row], slopes[row], entropyWeight);
            actors.backward(gradient, 1.0 / batch.size(), outputs, gradients, row);
        }
        actors.learn(gradients, adam);
        return new Outcome(-entropyWeight * entropy - value, entropy);
    }
}
