package io.clearway.algorithm.offpolicy;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Presets;
import io.clearway.algorithm.Task;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;
import java.util.Map;

/** Decentralized off-policy actor-critic for agents that choose real numbers. */
public final class OffPolicyActorCritic implements Algorithm {
    static final String NAME = "off-policy-ac";

    private final Map<String, Settings> presets = Presets.of(NAME, OffPolicySettings.DEFAULTS);

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

    @Override
    public Map<String, Settings> presets() {
        return presets;
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
