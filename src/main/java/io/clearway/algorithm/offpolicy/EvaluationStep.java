package io.clearway.algorithm.offpolicy;

import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.util.List;
import java.util.random.RandomGenerator;

/** The policy evaluation step of Algorithm 2: one step of each critic by Eq. 55–56. */
final class EvaluationStep {
    private final Terms terms;
    private final SquashedActors actors;
    private final LocalCritics critics;
    private final ConsensusStep consensus;

    /**
     * What a critic learns.
     *
     * @param discount γ
     * @param entropyWeight α: what the agent's own entropy counts
     * @param largestWeight weights are cut to this
     * @param adam the critics' optimizer
     */
    record Terms(double discount, double entropyWeight, double largestWeight, Adam adam) {}

    EvaluationStep(Terms terms, SquashedActors actors, LocalCritics critics, ConsensusStep consensus) {
        this.terms = terms;
        this.actors = actors;
        this.critics = critics;
        this.consensus = consensus;
    }

    /**
     * What a step saw.
     *
     * @param loss weighted mean squared error, mean over agents
     * @param weight mean importance weight
     */
    record Outcome(double loss, double weight) {}

    /**
     * One step.
     *
     * @param unit what rewards are measured in
     */
    Outcome run(Minibatch batch, DecentralizedReplay replay, double unit, List<RandomGenerator> chances) {
        AgentTensor targets = targets(batch, unit, chances);
        AgentTensor values = critics.values(batch.states(), batch.actions());
        AgentTensor gradients = values.zerosLike();
        double loss = 0;
        double weights = 0;
        for (int agent = 0; agent < batch.agents(); agent++) {
            for (int row = 0; row < batch.size(); row++) {
                double weight = weight(replay, agent, batch.place(agent, row));
                double error = values.get(agent, row, 0) - targets.get(agent, row, 0);
                loss += weight * error * error;
                weights += weight;
                gradients.set(agent, row, 0, (float) (weight * error / batch.size()));
            }
        }
        critics.learn(gradients, terms.adam());
        int samples = batch.agents() * batch.size();
        return new Outcome(loss / samples, weights / samples);
    }

    /** exp(c^i), cut to the largest weight. */
    double weight(DecentralizedReplay replay, int agent, int place) {
        return Math.min(terms.largestWeight(), Math.exp(consensus.estimated(replay, agent, place)));
    }

    /** q̂^i(s_t, a_t) (Eq. 56), ã^i being drawn freshly from the agent's present policy. */
    AgentTensor targets(Minibatch batch, double unit, List<RandomGenerator> chances) {
        AgentTensor outputs = actors.outputs(batch.followers());
        AgentTensor fresh = batch.noActions();
        AgentTensor bonus = batch.numbers();
        for (int agent = 0; agent < batch.agents(); agent++) {
            for (int row = 0; row < batch.size(); row++) {
                SquashedPolicy policy = actors.policy(outputs, agent, row);
                double[] before = policy.before(chances.get(agent)::nextGaussian);
                Minibatch.put(before, fresh, agent, row);
                bonus.set(agent, row, 0, (float) (-terms.entropyWeight() * policy.logPolicy(before)));
            }
        }
        AgentTensor values = critics.targetValues(batch.followers(), fresh);
        AgentTensor targets = batch.numbers();
        for (int agent = 0; agent < batch.agents(); agent++) {
            for (int row = 0; row < batch.size(); row++) {
                float next = values.get(agent, row, 0) + bonus.get(agent, row, 0);
                double after = batch.end(agent, row) ? 0 : terms.discount() * next;
                targets.set(agent, row, 0, (float) (batch.reward(agent, row) / unit + after));
            }
        }
        return targets;
    }
}
