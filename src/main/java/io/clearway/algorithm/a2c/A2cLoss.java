package io.clearway.algorithm.a2c;

import io.clearway.neural.AgentTensor;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.neural.distribution.Categorical;
import java.util.Optional;

/**
 * The loss of advantage actor-critic, mean over decisions and sum over agents: −A log π(a) − β H(π) + w ½ (R − V)², A =
 * R − V being a constant. Chosen gates count as actions.
 *
 * @param valueWeight w
 * @param entropyWeight β
 * @param cloning whether the actions are to be imitated: A = 1, no entropy, gates unchanged
 */
record A2cLoss(double valueWeight, double entropyWeight, boolean cloning) {
    private static final boolean[] BOTH = {true, true};

    /**
     * Gradients of the loss.
     *
     * @param descriptions with respect to the descriptions of the policies
     * @param values with respect to the values
     * @param gates with respect to the gates' logits, where there are gates
     */
    record Gradients(AgentTensor descriptions, AgentTensor values, Optional<AgentTensor> gates) {}

    /**
     * The losses: means over decisions and agents.
     *
     * @param policyLoss −A log π(a)
     * @param valueLoss (R − V)²
     * @param entropy H(π) (nat)
     * @param divergence KL(π_acted ‖ π) from the policies that acted (nat)
     * @param open share of the messages that gates pass, 1 without gates
     */
    record Losses(double policyLoss, double valueLoss, double entropy, double divergence, double open) {
        /** Of no decision. */
        static final Losses NONE = new Losses(0, 0, 0, 0, 0);
    }

    /** What a sequence gave. */
    record Outcome(Gradients gradients, Losses losses) {}

    /** @param returns R */
    Outcome of(
            Sequence sequence,
            AgentTensor descriptions,
            AgentTensor values,
            Optional<AgentTensor> gates,
            AgentTensor returns) {
        Sums sums = new Sums(this, sequence, descriptions, values, gates, returns);
        for (int agent = 0; agent < values.agents(); agent++) {
            for (int number = 0; number < sequence.episodes(); number++) {
                for (int step = 0; step < sequence.stepsOf(number); step++) {
                    sums.add(agent, step, number);
                }
            }
        }
        return sums.outcome((double) values.agents() * sequence.decisions());
    }

    private static final class Sums {
        private final A2cLoss loss;
        private final Sequence sequence;
        private final AgentTensor descriptions;
        private final AgentTensor values;
        private final Optional<AgentTensor> gates;
        private final AgentTensor returns;
        private final Gradients gradients;
        private final float share;
        private double policyLoss;
        private double valueLoss;
        private double entropy;
        private double divergence;
        private double open;

        Sums(
                A2cLoss loss,
                Sequence sequence,
                AgentTensor descriptions,
                AgentTensor values,
                Optional<AgentTensor> gates,
                AgentTensor returns) {
            this.loss = loss;
            this.sequence = sequence;
            this.descriptions = descriptions;
            this.values = values;
            this.gates = gates;
            this.returns = returns;
            this.gradients =
                    new Gradients(descriptions.zerosLike(), values.zerosLike(), gates.map(AgentTensor::zerosLike));
            this.share = 1f / sequence.decisions();
        }

        void add(int agent, int step, int number) {
            int row = sequence.row(step, number);
            float error = returns.get(agent, row, 0) - values.get(agent, row, 0);
            valueLoss += error * error;
            gradients.values().set(agent, row, 0, (float) (-loss.valueWeight() * error * share));
            double advantage = loss.cloning() ? 1 : error;
            ActionDistribution policy = sequence.distribution(descriptions, agent, row);
            float[] actions = sequence.actions().values();
            int actionAt = sequence.actions().at(agent, row);
            policyLoss -= advantage * policy.logProbability(actions, actionAt);
            entropy += policy.entropy();
            divergence += sequence.drawnFrom(agent, step, number)
                    .map(acted -> acted.divergence(policy))
                    .orElse(0.0);
            float[] byDescription = gradients.descriptions().values();
            descend(policy, actions, actionAt, advantage, byDescription, descriptions.at(agent, row));
            int sent = sequence.gate(agent, step, number);
            open += sent;
            if (gates.isPresent() && !loss.cloning()) {
                int gateAt = gates.get().at(agent, row);
                Categorical gate = Categorical.of(gates.get().values(), gateAt, BOTH);
                float[] byGate = gradients.gates().orElseThrow().values();
                descend(gate, new float[] {sent}, 0, advantage, byGate, gateAt);
            }
        }

        private void descend(
                ActionDistribution policy, float[] taken, int takenAt, double advantage, float[] to, int at) {
            policy.addLogProbabilityGradient(taken, takenAt, (float) (-advantage * share), to, at);
            if (!loss.cloning()) {
                policy.addEntropyGradient((float) (-loss.entropyWeight() * share), to, at);
            }
        }

        Outcome outcome(double count) {
            return new Outcome(
                    gradients,
                    new Losses(
                            policyLoss / count, valueLoss / count, entropy / count, divergence / count, open / count));
        }
    }
}
