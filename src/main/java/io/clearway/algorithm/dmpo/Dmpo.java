package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.algorithm.policygradient.Execution;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.neural.ComputePool;
import io.clearway.setting.Settings;

/** Model-based Decentralized Policy Optimization. */
public final class Dmpo implements Algorithm {
    @Override
    public String name() {
        return "dmpo";
    }

    @Override
    public String source() {
        return "Ma et al. 2024, Efficient and scalable reinforcement learning for large-scale network control,"
                + " Nature Machine Intelligence, Algorithm 2";
    }

    @Override
    public DmpoSettings defaults() {
        return DmpoSettings.DEFAULTS;
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return new DmpoLearner(task, settings.over(defaults()), seeds);
    }

    @Override
    public Learner resume(Task task, Settings settings, Seeds seeds, byte[] state) {
        DmpoLearner learner = new DmpoLearner(task, settings.over(defaults()), seeds);
        try {
            learner.restore(state);
            return learner;
        } catch (RuntimeException refused) {
            learner.close();
            throw refused;
        }
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        try (ComputePool pool = new ComputePool(1)) {
            DmpoSettings chosen = settings.over(defaults());
            Parts parts = new Parts(task, chosen, new Seeds(0), pool);
            try (DecentralizedPolicy policy = parts.policy()) {
                parts.format().read(state, policy::readFrom);
                return Execution.named(chosen.execution()).of(policy);
            }
        }
    }
}
