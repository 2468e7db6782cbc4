package io.clearway.algorithm.offpolicy;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.layers;
import static io.clearway.setting.Bounds.positive;
import static io.clearway.setting.Bounds.within;

import io.clearway.algorithm.policygradient.ActionSelection;
import io.clearway.setting.InvalidSetting;
import java.util.List;

/**
 * Every setting of {@link OffPolicyActorCritic}; docs/algorithms.md tells more about each.
 *
 * @param hidden units of the hidden layers of actors and critics
 * @param discount γ
 * @param criticRate learning rate of the critics
 * @param actorRate learning rate of the actors
 * @param targetRate ε: how fast target networks follow the critics
 * @param entropyWeight what an agent's own entropy counts, in units of the reward; 0 in the paper
 * @param gradientNorm largest gradient of a network
 * @param smallestDeviation σ is never below, before the action is squashed
 * @param largestDeviation σ is never above
 * @param batch |B|: samples of an agent's gradient step
 * @param replayDecisions M: decisions that a replay buffer holds
 * @param warmUpDecisions decisions lived through before the first update
 * @param updatesPerDecision updates of critics and actors per decision lived through
 * @param consensusEvery updates between two consensus steps
 * @param averagings times that a consensus step averages with the neighbors
 * @param largestWeight importance weights are cut to this
 * @param episodesPerRound episodes played between two rounds of learning
 * @param threads that compute; results do not depend on it
 * @param execution how the learned policy chooses: {@code greedy} (the middle of its distribution), {@code sampled}, or
 *     {@code auto}, which is greedy here
 */
public record OffPolicySettings(
        List<Integer> hidden,
        double discount,
        double criticRate,
        double actorRate,
        double targetRate,
        double entropyWeight,
        double gradientNorm,
        double smallestDeviation,
        double largestDeviation,
        int batch,
        int replayDecisions,
        int warmUpDecisions,
        double updatesPerDecision,
        int consensusEvery,
        int averagings,
        double largestWeight,
        int episodesPerRound,
        int threads,
        ActionSelection execution) {
    /** The paper names no hyper-parameters; these were tuned on a small game. */
    public static final OffPolicySettings DEFAULTS = new OffPolicySettings(
            List.of(128, 128),
            0.98,
            1e-3,
            3e-4,
            0.01,
            0.01,
            10.0,
            0.1,
            2.5,
            128,
            20_000,
            500,
            1.0,
            10,
            1,
            10.0,
            1,
            2,
            ActionSelection.GREEDY);

    public OffPolicySettings {
        hidden = List.copyOf(hidden);
        layers("hidden", hidden);
        if (!(discount >= 0 && discount < 1)) {
            throw new InvalidSetting("discount", discount, "give a number from 0 to below 1");
        }
        positive("criticRate", criticRate);
        positive("actorRate", actorRate);
        within("targetRate", targetRate, 0, 1);
        within("entropyWeight", entropyWeight, 0, 100);
        positive("gradientNorm", gradientNorm);
        positive("smallestDeviation", smallestDeviation);
        within("largestDeviation", largestDeviation, smallestDeviation, 1000);
        atLeast("batch", batch, 1);
        atLeast("replayDecisions", replayDecisions, 1);
        within("warmUpDecisions", warmUpDecisions, 0, replayDecisions);
        within("updatesPerDecision", updatesPerDecision, 0, 1000);
        atLeast("consensusEvery", consensusEvery, 1);
        atLeast("averagings", averagings, 1);
        positive("largestWeight", largestWeight);
        atLeast("episodesPerRound", episodesPerRound, 1);
        atLeast("threads", threads, 1);
    }
}
