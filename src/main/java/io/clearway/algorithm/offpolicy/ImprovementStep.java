package io.clearway.algorithm.offpolicy;

import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

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
        int samples = batch.agents() * batch.size();
        AgentTensor outputs = actors.outputs(batch.states());
        double[][][] noise = new double[batch.agents()][batch.size()][];
        AgentTensor actions = batch.noActions();
        double entropy = 0;
        for (int agent = 0; agent < batch.agents(); agent++) {
            for (int row = 0; row < batch.size(); row++) {
                SquashedPolicy policy = actors.policy(outputs, agent, row);
                noise[agent][row] = DoubleStream.generate(chances.get(agent)::nextGaussian)
                        .limit(policy.numbers().size())
                        .toArray();
                double[] before = policy.before(noise[agent][row]);
                Minibatch.put(before, actions, agent, row);
                entropy -= policy.logPolicy(before) / samples;
            }
        }
        AgentTensor values = critics.values(batch.states(), actions);
        double value = 0;
        for (float one : values.values()) {
            value += (double) one / samples;
        }
        actors.learn(gradients(outputs, noise, critics.slopes(values)), adam);
        return new Outcome(-entropyWeight * entropy - value, entropy);
    }

    /** Of each agent's loss, the mean over its samples, with respect to the outputs. */
    private AgentTensor gradients(AgentTensor outputs, double[][][] noise, AgentTensor slopes) {
        AgentTensor gradients = outputs.zerosLike();
        for (int agent = 0; agent < outputs.agents(); agent++) {
            for (int row = 0; row < outputs.rows(); row++) {
                var gradient = actors.policy(outputs, agent, row)
                        .gradient(noise[agent][row], slopes.row(agent, row), entropyWeight);
                int at = outputs.at(agent, row);
                actors.backward(gradient, 1.0 / outputs.rows(), outputs.values(), gradients.values(), at);
            }
        }
        return gradients;
    }
}
