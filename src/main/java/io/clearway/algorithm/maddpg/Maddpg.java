package io.clearway.algorithm.maddpg;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;

/**
 * Multi-agent deep deterministic policy gradient, for agents that choose real numbers: each acts by its own observation
 * and learns by a critic that knows all observations and all actions.
 */
public final class Maddpg implements Algorithm {
    static final String NAME = "maddpg";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String source() {
        return "Lowe et al., Multi-Agent Actor-Critic for Mixed Cooperative-Competitive Environments, 2017";
    }

    @Override
    public MaddpgSettings defaults() {
        return MaddpgSettings.DEFAULTS;
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return new MaddpgLearner(task, settings.over(defaults()), seeds);
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        try (MaddpgLearner learner = new MaddpgLearner(task, settings.over(defaults()), new Seeds(0))) {
            learner.restoreActors(state);
            return learner.policy();
        }
    }
}
