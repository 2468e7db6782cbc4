package io.clearway.algorithm.a2c;

import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.neural.distribution.Categorical;
import java.util.Optional;

/**
 * The loss of advantage actor-critic, mean over decisions and sum over agents: −A log π(a) − β H(π) + w ½ (R − V)², A =
 * R − V being a constant. Chosen gates count as actions.
 *
 * @param valueWeight w
 * @param entropyWeight β
 * @param cloning whether the actions are to be imitated: A = 1, no entropy, gates left alone
 */
record A2cLoss(double valueWeight, double entropyWeight, boolean cloning) {
    private static final boolean[] BOTH = {true, true};

    /**
     * Gradients of the loss.
     *
     * @param descriptions with respect to the descriptions of the policies
     * @param values with respect to the values
     * @param gates with respect to the gates' logits, empty without gates
     */
    @SuppressWarnings("ArrayRecordComponent") // carried from here to the tape, never compared
    record Gradients(float[] descriptions, float[] values, float[] gates) {}

    /**
     * How the losses were: means over decisions and agents.
     *
     * @param policyLoss −A log π(a)
     * @param valueLoss (R − V)²
     * @param entropy H(π) (nat)
     * @param divergence KL(π_acted ‖ π) from the policies that acted (nat)
     * @param open share of the messages let through, 1 without gates
     */
    record Losses(double policyLoss, double valueLoss, double entropy, double divergence, double open) {
        /** Of no decision. */
        static final Losses NONE = new Losses(0, 0, 0, 0, 0);
    }

    /** What a sequence gave. */
    record Outcome(Gradients gradients, Losses losses) {}

    /** @param returns R [agents][rows] */
    Outcome of(Sequence sequence, float[] descriptions, float[] values, Optional<float[]> gates, float[] returns) {
        Sums sums = new Sums(this, sequence, descriptions, values, gates, returns);
        int agents = values.length / sequence.rows();
        for (int agent = 0; agent < agents; agent++) {
            for (int number = 0; number < sequence.episodes(); number++) {
                for (int step = 0; step < sequence.stepsOf(number); step++) {
                    sums.add(agent, step, number);
                }
            }
        }
        return sums.outcome((double) agents * sequence.decisions());
    }

    private static final class Sums {
        private final A2cLoss loss;
        private final Sequence sequence;
        private final float[] descriptions;
        private final float[] values;
        private final Optional<float[]> gates;
        private final float[] returns;
        private final float[] gradients;
        private final float[] valueGradients;
        private final float[] gateGradients;
        private final int width;
        private final float share;
        private double policyLoss;
        private double valueLoss;
        private double entropy;
        private double divergence;
        private double open;

        Sums(
                A2cLoss loss,
                Sequence sequence,
                float[] descriptions,
                float[] values,
                Optional<float[]> gates,
                float[] returns) {
            this.loss = loss;
            this.sequence = sequence;
            this.descriptions = descriptions;
            this.values = values;
            this.gates = gates;
            this.returns = returns;
            this.gradients = new float[descriptions.length];
            this.valueGradients = new float[values.length];
            this.gateGradients = new float[gates.map(scores -> scores.length).orElse(0)];
            this.width = descriptions.length / values.length;
            this.share = 1f / sequence.decisions();
        }

        void add(int agent, int step, int number) {
            int row = sequence.row(agent, step, number);
            float error = returns[row] - values[row];
            valueLoss += error * error;
            valueGradients[row] = (float) (-loss.valueWeight() * error * share);
            double advantage = loss.cloning() ? 1 : error;
            ActionDistribution policy = sequence.distribution(descriptions, row);
            policyLoss -= advantage * policy.logProbability(sequence.action(row));
            entropy += policy.entropy();
            divergence += sequence.drawnFrom(agent, step, number)
                    .map(acted -> acted.divergence(policy))
                    .orElse(0.0);
            descend(policy, sequence.action(row), advantage, gradients, row * width);
            int heard = sequence.gate(agent, step, number);
            open += heard;
            if (gates.isPresent() && !loss.cloning()) {
                Categorical gate = Categorical.of(gates.get(), row * BOTH.length, BOTH);
                descend(gate, heard, advantage, gateGradients, row * BOTH.length);
            }
        }

        private void descend(ActionDistribution policy, float taken, double advantage, float[] gradients, int at) {
            policy.addLogProbabilityGradient(taken, (float) (-advantage * share), gradients, at);
            if (!loss.cloning()) {
                policy.addEntropyGradient((float) (-loss.entropyWeight() * share), gradients, at);
            }
        }

        Outcome outcome(double count) {
            return new Outcome(
                    new Gradients(gradients, valueGradients, gateGradients),
                    new Losses(
                            policyLoss / count, valueLoss / count, entropy / count, divergence / count, open / count));
        }
    }
}
