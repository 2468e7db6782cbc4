package io.clearway.algorithm.policygradient;

import io.clearway.neural.Adam;
import java.util.random.RandomGenerator;

/** Proximal policy optimization of all agents' policies and extended values on one experience. */
public final class PolicyOptimization {
    /** Epochs stop when the divergence exceeds the target this many times, as in OpenAI's reference code. */
    private static final double TOLERANCE = 1.5;

    private final Terms terms;
    private final DecentralizedPolicy policy;
    private final ExtendedValue value;
    private final NeighborhoodInputs reach;

    /**
     * How to optimize.
     *
     * @param discount γ
     * @param lambda λ of the advantage estimates
     * @param surrogate the policies' loss
     * @param targetDivergence epochs stop when KL(π_old ‖ π) exceeds 1.5 times this
     * @param epochs passes over the experience
     * @param minibatch samples per step
     * @param policyStep optimizer of the policies
     * @param valueStep optimizer of the values
     */
    public record Terms(
            double discount,
            double lambda,
            ClippedSurrogate surrogate,
            double targetDivergence,
            int epochs,
            int minibatch,
            Adam policyStep,
            Adam valueStep) {}

    /**
     * How the last minibatches of an optimization were.
     *
     * @param policyLoss clipped surrogate loss
     * @param valueLoss mean squared error
     * @param entropy entropy of the policies (nat)
     * @param divergence KL divergence from the policies that acted (nat)
     * @param stopped whether the divergence ended it
     */
    public record Outcome(double policyLoss, double valueLoss, double entropy, double divergence, boolean stopped) {}

    /** @param reach whose advantages an agent takes into account: N_i^κ */
    public PolicyOptimization(Terms terms, DecentralizedPolicy policy, ExtendedValue value, NeighborhoodInputs reach) {
        this.terms = terms;
        this.policy = policy;
        this.value = value;
        this.reach = reach;
    }

    /**
     * Improves policies and values.
     *
     * @param oldLogits of the policies that acted [agents][capacity][actions]
     */
    public Outcome improve(Experience experience, float[] oldLogits, RandomGenerator chance) {
        float[] values = value.of(experience, terms.minibatch());
        float[] advantages = Advantages.generalized(
                experience, values, value.afterwards(experience, terms.minibatch()), terms.discount(), terms.lambda());
        float[] targets = Advantages.returns(advantages, values);
        float[] joint = Advantages.overNeighborhoods(experience, advantages, reach);
        Advantages.normalize(experience, joint);
        Outcome outcome = new Outcome(0, 0, 0, 0, false);
        for (int epoch = 0; epoch < terms.epochs() && !outcome.stopped(); epoch++) {
            for (int[] minibatch : Pages.minibatches(experience.samples(), terms.minibatch(), chance)) {
                double valueLoss = value.learn(experience, targets, minibatch, terms.valueStep());
                outcome = step(experience, minibatch, oldLogits, joint, valueLoss);
                if (outcome.stopped()) {
                    break;
                }
            }
        }
        return outcome;
    }

    private Outcome step(
            Experience experience, int[] minibatch, float[] oldLogits, float[] advantages, double valueLoss) {
        float[] logits = policy.logits(experience.states(), experience.capacity(), minibatch);
        var loss = terms.surrogate().of(experience, minibatch, logits, oldLogits, advantages);
        boolean stop = loss.divergence() > TOLERANCE * terms.targetDivergence();
        if (!stop) {
            policy.learn(loss.gradients(), terms.policyStep());
        }
        return new Outcome(loss.loss(), valueLoss, loss.entropy(), loss.divergence(), stop);
    }

    /** Fits the values alone to the experience's returns, bootstrapped anew in every epoch; the last loss. */
    public double evaluate(Experience experience, int epochs, double lambda, RandomGenerator chance) {
        double loss = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            float[] values = value.of(experience, terms.minibatch());
            float[] afterwards = value.afterwards(experience, terms.minibatch());
            float[] advantages = Advantages.generalized(experience, values, afterwards, terms.discount(), lambda);
            float[] targets = Advantages.returns(advantages, values);
            for (int[] minibatch : Pages.minibatches(experience.samples(), terms.minibatch(), chance)) {
                loss = value.learn(experience, targets, minibatch, terms.valueStep());
            }
        }
        return loss;
    }
}
