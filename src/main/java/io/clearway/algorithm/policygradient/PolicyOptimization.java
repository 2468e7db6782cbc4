package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.Futures;
import io.clearway.algorithm.experience.Minibatches;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.neural.optimizer.Adam;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/** Proximal policy optimization of all agents' policies and extended values on one batch of rollouts. */
public final class PolicyOptimization implements AutoCloseable {
    /** Epochs stop when the divergence exceeds the target this many times, as in OpenAI's reference code. */
    private static final double TOLERANCE = 1.5;

    private final Terms terms;
    private final DecentralizedPolicy policy;
    private final ExtendedValue value;
    private final NeighborhoodInputs reach;
    private final ExecutorService pair = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "clearway-values");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * How to optimize.
     *
     * @param estimation of advantages and of the values' targets
     * @param surrogate the policies' loss
     * @param targetDivergence epochs stop when KL(π_old ‖ π) exceeds 1.5 times this
     * @param epochs passes over the rollouts
     * @param minibatch samples per step
     * @param policyStep optimizer of the policies
     * @param valueStep optimizer of the values
     */
    public record Terms(
            ActorCriticSettings.Estimation estimation,
            ClippedSurrogate surrogate,
            double targetDivergence,
            int epochs,
            int minibatch,
            Adam policyStep,
            Adam valueStep) {
        /** The same with steps of the policies that are a share as long. */
        Terms withSteps(double share) {
            return new Terms(
                    estimation,
                    surrogate,
                    share * targetDivergence,
                    epochs,
                    minibatch,
                    policyStep.at(share * policyStep.learningRate()),
                    valueStep);
        }
    }

    /**
     * How the last minibatches of an optimization were.
     *
     * @param policyLoss clipped surrogate loss
     * @param valueLoss mean squared error
     * @param entropy entropy of the policies (nat)
     * @param divergence KL divergence from the policies that acted (nat)
     * @param stopped whether the divergence ended it
     */
    public record Outcome(double policyLoss, double valueLoss, double entropy, double divergence, boolean stopped) {
        static final Outcome NONE = new Outcome(0, 0, 0, 0, false);

        Outcome with(double loss) {
            return new Outcome(policyLoss, loss, entropy, divergence, stopped);
        }
    }

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
     * @param old descriptions of the distributions that acted
     * @param share how long the policies' steps are, relative to the settings
     */
    public Outcome improve(RolloutBatch rollouts, AgentTensor old, double share, RandomGenerator chance) {
        AgentTensor values = value.of(rollouts, terms.minibatch());
        AgentTensor afterwards = value.afterwards(rollouts, terms.minibatch());
        var estimation = terms.estimation();
        AgentTensor advantages =
                Advantages.generalized(rollouts, values, afterwards, estimation.discount(), estimation.lambda());
        AgentTensor targets = targets(rollouts, values, afterwards);
        AgentTensor joint = Advantages.overNeighborhoods(advantages, reach);
        Advantages.normalize(rollouts, joint);
        // Policies and values do not know each other from here on, so each has a thread; the result is the same.
        long order = chance.nextLong();
        Future<Double> valueLoss = pair.submit(() -> fitValue(rollouts, targets, new SplittableRandom(order)));
        Outcome outcome = Outcome.NONE;
        double loss;
        try {
            outcome = improvePolicy(terms.withSteps(share), rollouts, old, joint, new SplittableRandom(order + 1));
        } finally {
            loss = Futures.get(valueLoss);
        }
        return outcome.with(loss);
    }

    /** Line 15 of Algorithm 2: Eq. (3), for all epochs; the last minibatch's loss. */
    private double fitValue(RolloutBatch rollouts, AgentTensor targets, RandomGenerator chance) {
        double loss = 0;
        for (int epoch = 0; epoch < terms.epochs(); epoch++) {
            for (int[] minibatch : Minibatches.minibatches(rollouts.samples(), terms.minibatch(), chance)) {
                loss = value.learn(rollouts, targets, minibatch, terms.valueStep());
            }
        }
        return loss;
    }

    /** Line 16 of Algorithm 2: Eq. (5), for all epochs or until the policies diverged too far from those that acted. */
    private Outcome improvePolicy(
            Terms steps, RolloutBatch rollouts, AgentTensor old, AgentTensor advantages, RandomGenerator chance) {
        Outcome outcome = Outcome.NONE;
        for (int epoch = 0; epoch < steps.epochs(); epoch++) {
            for (int[] minibatch : Minibatches.minibatches(rollouts.samples(), steps.minibatch(), chance)) {
                outcome = step(steps, rollouts, minibatch, old, advantages);
                if (outcome.stopped()) {
                    return outcome;
                }
            }
        }
        return outcome;
    }

    private Outcome step(Terms steps, RolloutBatch rollouts, int[] minibatch, AgentTensor old, AgentTensor advantages) {
        AgentTensor fresh = policy.describe(rollouts.states(), minibatch);
        var loss = steps.surrogate().of(rollouts, minibatch, fresh, old, advantages);
        boolean stop = loss.divergence() > TOLERANCE * steps.targetDivergence();
        if (!stop) {
            policy.learn(loss.gradients(), steps.policyStep());
        }
        return new Outcome(loss.loss(), 0, loss.entropy(), loss.divergence(), stop);
    }

    /** KL(π_old ‖ π) of the present policies (nat), mean over samples and agents. */
    public double divergence(RolloutBatch rollouts, AgentTensor old) {
        double[] joint = jointDivergences(rollouts, old);
        return Arrays.stream(joint).sum() / (old.agents() * joint.length);
    }

    /**
     * The largest √(½ Σ_i KL_i(π_old ‖ π)) over samples, at most 1: by Pinsker's inequality at least the total
     * variation distance of the joint policies in each of them, divergences of independent choices adding up.
     */
    public double largestShift(RolloutBatch rollouts, AgentTensor old) {
        double largest = Arrays.stream(jointDivergences(rollouts, old)).max().orElseThrow();
        return Math.min(1, Math.sqrt(Math.max(0, largest) / 2));
    }

    /** Σ_i KL(π_old,i ‖ π_i) of the present policies (nat) in each sample. */
    private double[] jointDivergences(RolloutBatch rollouts, AgentTensor old) {
        int[] samples = rollouts.samples();
        AgentTensor fresh = policy.describe(rollouts, terms.minibatch());
        ActionKind kind = rollouts.shape().kind();
        double[] sums = new double[samples.length];
        for (int agent = 0; agent < fresh.agents(); agent++) {
            for (int k = 0; k < samples.length; k++) {
                int sample = samples[k];
                ActionDistribution acted = kind.distribution(old, agent, sample, rollouts.legal(), sample);
                sums[k] += acted.divergence(kind.distribution(fresh, agent, sample, rollouts.legal(), sample));
            }
        }
        return sums;
    }

    /**
     * R_t of Eq. (3) by a λ of their own: at 1 the discounted sum to the segment's end and the value of what follows.
     */
    private AgentTensor targets(RolloutBatch rollouts, AgentTensor values, AgentTensor afterwards) {
        var estimation = terms.estimation();
        AgentTensor advantages =
                Advantages.generalized(rollouts, values, afterwards, estimation.discount(), estimation.valueLambda());
        return Advantages.returns(advantages, values);
    }

    /** How much of the returns of whole episodes the values explain, the time of the episode taken out. */
    OptionalDouble explainedVariance(RolloutBatch episodes) {
        AgentTensor values = value.of(episodes, terms.minibatch());
        AgentTensor afterwards = value.afterwards(episodes, terms.minibatch());
        var estimation = terms.estimation();
        AgentTensor toTheEnd = Advantages.generalized(episodes, values, afterwards, estimation.discount(), 1);
        return ExplainedVariance.of(episodes, Advantages.returns(toTheEnd, values), values);
    }

    /**
     * Fits the values alone to the rollouts' returns, bootstrapped again in every epoch; the last loss.
     *
     * @param over is told how many epochs are over, at the beginning and after each
     */
    public double evaluate(RolloutBatch rollouts, int epochs, RandomGenerator chance, IntConsumer over) {
        double loss = 0;
        over.accept(0);
        for (int epoch = 0; epoch < epochs; epoch++) {
            AgentTensor values = value.of(rollouts, terms.minibatch());
            AgentTensor targets = targets(rollouts, values, value.afterwards(rollouts, terms.minibatch()));
            for (int[] minibatch : Minibatches.minibatches(rollouts.samples(), terms.minibatch(), chance)) {
                loss = value.learn(rollouts, targets, minibatch, terms.valueStep());
            }
            over.accept(epoch + 1);
        }
        return loss;
    }

    /** Stops the thread; the policies and values belong to others. */
    @Override
    public void close() {
        pair.shutdown();
    }
}
