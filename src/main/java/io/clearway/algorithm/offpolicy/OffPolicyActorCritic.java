package io.clearway.algorithm.offpolicy;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;
import java.util.Map;

/** Decentralized off-policy actor-critic for agents that choose real numbers. */
public final class OffPolicyActorCritic implements Algorithm {
    static final String NAME = "off-policy-ac";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String source() {
        return "Li and Jia, Decentralized Multi-Agent Reinforcement Learning: An Off-Policy Method, Algorithm 2";
    }

    @Override
    public OffPolicySettings defaults() {
        return OffPolicySettings.DEFAULTS;
    }

    /** {@code paper}: the algorithm as it is written, without entropy, bounds or delay. */
    @Override
    public Map<String, Settings> presets() {
        return Map.of(
                "paper",
                new Settings(Map.of("entropyWeight", 0.0, "largestWeight", 1e9, "consensusEvery", 1, "averagings", 1)));
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return new OffPolicyLearner(task, settings.over(defaults()), seeds);
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        try (OffPolicyLearner learner = new OffPolicyLearner(task, settings.over(defaults()), new Seeds(0))) {
            learner.restoreActors(state);
            return learner.policy();
        }
    }
}
