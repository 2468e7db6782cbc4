package io.clearway.algorithm.offpolicy;

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
        float[] targets = targets(batch, unit, chances);
        float[] actions = new float[batch.rows()];
        for (int row = 0; row < actions.length; row++) {
            actions[row] = batch.action(row);
        }
        float[] values = critics.values(batch.states(), actions, batch.size());
        double loss = 0;
        double weights = 0;
        for (int row = 0; row < values.length; row++) {
            double weight = weight(replay, batch.agent(row), batch.place(row));
            double error = values[row] - targets[row];
            loss += weight * error * error;
            weights += weight;
            values[row] = (float) (weight * error / batch.size());
        }
        critics.learn(values, terms.adam());
        return new Outcome(loss / values.length, weights / values.length);
    }

    /** exp(c^i), cut to the largest weight. */
    double weight(DecentralizedReplay replay, int agent, int place) {
        return Math.min(terms.largestWeight(), Math.exp(consensus.estimated(replay, agent, place)));
    }

    /** q̂^i(s_t, a_t) (Eq. 56), ã^i being drawn freshly from the agent's present policy. */
    float[] targets(Minibatch batch, double unit, List<RandomGenerator> chances) {
        float[] outputs = actors.outputs(batch.followers(), batch.size());
        float[] fresh = new float[batch.rows()];
        float[] bonus = new float[batch.rows()];
        for (int row = 0; row < fresh.length; row++) {
            SquashedGaussian policy = actors.policy(outputs, row);
            double before = policy.before(chances.get(batch.agent(row)).nextGaussian());
            fresh[row] = (float) SquashedGaussian.squash(before);
            bonus[row] = (float) (-terms.entropyWeight() * policy.logPolicy(before));
        }
        float[] values = critics.targetValues(batch.followers(), fresh, batch.size());
        for (int row = 0; row < values.length; row++) {
            double after = batch.end(row) ? 0 : terms.discount() * (values[row] + bonus[row]);
            values[row] = (float) (batch.reward(row) / unit + after);
        }
        return values;
    }
}
