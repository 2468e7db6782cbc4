package io.clearway.algorithm.a2c;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Presets;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.WarmStartEpisodes;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.neural.compute.ComputePool;
import io.clearway.setting.Settings;
import java.util.Map;
import java.util.Optional;

/** Advantage actor-critic with one of the methods that define the messages between neighbors. */
public final class AdvantageActorCritic implements Algorithm {
    private final CommunicationMethod method;
    private final Map<String, Settings> presets;

    /** The algorithm that goes by the method's name. */
    public AdvantageActorCritic(CommunicationMethod method) {
        this.method = method;
        this.presets = Presets.of(method.name(), method.defaults());
    }

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public String source() {
        return method.source();
    }

    @Override
    public A2cSettings defaults() {
        return method.defaults();
    }

    @Override
    public Map<String, Settings> presets() {
        return presets;
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return new A2cLearner(method, task, settings.over(defaults()), seeds);
    }

    @Override
    public Optional<WarmStartEpisodes> demonstrations(Settings settings) {
        return settings.over(defaults()).cloning().demonstrations().planned();
    }

    /** The form of a saved state: weights first. */
    static LearnerState format(CommunicationMethod method, Task task) {
        return new LearnerState(method.name() + "-1", task.agents());
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        A2cSettings chosen = settings.over(defaults());
        try (ComputePool pool = new ComputePool(1);
                A2cNetworks networks = new A2cNetworks(method, task, chosen, 0, pool)) {
            format(method, task).read(state, networks::readFrom);
            return networks.executing(chosen.execution());
        }
    }
}
