package io.clearway.algorithm.offpolicy;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.layers;
import static io.clearway.setting.Bounds.positive;
import static io.clearway.setting.Bounds.within;

import io.clearway.algorithm.policygradient.ActionSelection;
import io.clearway.setting.InvalidSetting;
import java.util.List;

/**
 * Every setting of {@link OffPolicyActorCritic}; docs/algorithms.md describes each.
 *
 * @param networks actors and critics
 * @param evaluation what critics learn
 * @param optimization of the networks' weights
 * @param replay the buffers
 * @param consensus among neighbors
 * @param schedule how much is played and learned
 * @param execution how the learned policy chooses: {@code greedy} (the middle of its distribution), {@code sampled}, or
 *     {@code auto}, which is greedy here
 */
public record OffPolicySettings(
        Networks networks,
        Evaluation evaluation,
        Optimization optimization,
        ReplayBuffer replay,
        Consensus consensus,
        Schedule schedule,
        ActionSelection execution) {
    /** The paper names no hyper-parameters; these were tuned on a small game. */
    public static final OffPolicySettings DEFAULTS = new OffPolicySettings(
            new Networks(List.of(128, 128), 0.1, 2.5),
            new Evaluation(0.98, 0.01, 10.0),
            new Optimization(1e-3, 3e-4, 0.01, 10.0),
            new ReplayBuffer(128, 20_000, 500),
            new Consensus(10, 1),
            new Schedule(1.0, 1, 2),
            ActionSelection.GREEDY);

    /**
     * Actors and critics.
     *
     * @param hidden units of the hidden layers of actors and critics
     * @param smallestDeviation σ is never below, before the action is squashed
     * @param largestDeviation σ is never above
     */
    public record Networks(List<Integer> hidden, double smallestDeviation, double largestDeviation) {
        private static final double LARGEST_DEVIATION = 1000;

        public Networks {
            hidden = List.copyOf(hidden);
            layers("hidden", hidden);
            positive("smallestDeviation", smallestDeviation);
            within("largestDeviation", largestDeviation, smallestDeviation, LARGEST_DEVIATION);
        }
    }

    /**
     * What critics learn.
     *
     * @param discount γ
     * @param entropyWeight what an agent's own entropy counts, in units of the reward; 0 in the paper
     * @param largestWeight importance weights are cut to this
     */
    public record Evaluation(double discount, double entropyWeight, double largestWeight) {
        private static final double LARGEST_ENTROPY_WEIGHT = 100;

        public Evaluation {
            if (!(discount >= 0 && discount < 1)) {
                throw new InvalidSetting("discount", discount, "give a number from 0 to below 1");
            }
            within("entropyWeight", entropyWeight, 0, LARGEST_ENTROPY_WEIGHT);
            positive("largestWeight", largestWeight);
        }
    }

    /**
     * Gradient steps.
     *
     * @param criticRate learning rate of the critics
     * @param actorRate learning rate of the actors
     * @param targetRate ε: how fast target networks follow the critics
     * @param gradientNorm largest gradient of a network
     */
    public record Optimization(double criticRate, double actorRate, double targetRate, double gradientNorm) {
        public Optimization {
            positive("criticRate", criticRate);
            positive("actorRate", actorRate);
            within("targetRate", targetRate, 0, 1);
            positive("gradientNorm", gradientNorm);
        }
    }

    /**
     * The replay buffers.
     *
     * @param batch |B|: samples of an agent's gradient step
     * @param replayDecisions M: decisions that a replay buffer holds
     * @param warmUpDecisions decisions lived through before the first update
     */
    public record ReplayBuffer(int batch, int replayDecisions, int warmUpDecisions) {
        public ReplayBuffer {
            atLeast("batch", batch, 1);
            atLeast("replayDecisions", replayDecisions, 1);
            within("warmUpDecisions", warmUpDecisions, 0, replayDecisions);
        }
    }

    /**
     * Consensus among neighbors.
     *
     * @param consensusEvery updates between two consensus steps
     * @param averagings times that a consensus step averages with the neighbors
     */
    public record Consensus(int consensusEvery, int averagings) {
        public Consensus {
            atLeast("consensusEvery", consensusEvery, 1);
            atLeast("averagings", averagings, 1);
        }
    }

    /**
     * How much is played and learned.
     *
     * @param updatesPerDecision updates of critics and actors per decision lived through
     * @param episodesPerRound episodes played between two rounds of learning
     * @param threads that compute; results do not depend on it
     */
    public record Schedule(double updatesPerDecision, int episodesPerRound, int threads) {
        private static final double MOST_UPDATES = 1000;

        public Schedule {
            within("updatesPerDecision", updatesPerDecision, 0, MOST_UPDATES);
            atLeast("episodesPerRound", episodesPerRound, 1);
            atLeast("threads", threads, 1);
        }
    }
}
