package io.clearway.algorithm.tabular;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;

/**
 * Independent Q-learning: every agent learns what the joint state and its own action are worth, the others being a part
 * of its environment. With a single agent it is Watkins' Q-learning.
 */
public final class QLearning implements Algorithm {
    static final String NAME = "q-learning";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String source() {
        return "Watkins 1989 (Sutton and Barto, Reinforcement Learning, Section 6.5), as Li and Jia compare with";
    }

    @Override
    public QLearningSettings defaults() {
        return QLearningSettings.DEFAULTS;
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return new QLearner(task, settings.over(defaults()), seeds);
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        return resume(task, settings, new Seeds(0), state).policy();
    }
}
