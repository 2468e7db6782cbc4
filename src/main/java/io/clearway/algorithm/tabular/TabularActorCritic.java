package io.clearway.algorithm.tabular;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;

/** Decentralized actor-critic with a table of values and one of preferences per agent. */
public final class TabularActorCritic implements Algorithm {
    static final String NAME = "off-policy-ac-tabular";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String source() {
        return "Li and Jia, Decentralized Multi-Agent Reinforcement Learning: An Off-Policy Method, Algorithm 1";
    }

    @Override
    public TabularSettings defaults() {
        return TabularSettings.DEFAULTS;
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return new TabularLearner(task, settings.over(defaults()), seeds);
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        return resume(task, settings, new Seeds(0), state).policy();
    }
}
