package io.clearway.training;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Task;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.Scenario;
import io.clearway.setting.Settings;

/** Turns a checkpoint back into the controllers that it trained. */
public final class TrainedPolicy {
    private TrainedPolicy() {}

    /**
     * The policy of a checkpoint, as its algorithm executes it.
     *
     * @param scenario the scenario that the checkpoint's origin names
     * @param algorithm the algorithm that the checkpoint's origin names
     */
    public static ControllerSource of(Checkpoint checkpoint, Scenario scenario, Algorithm algorithm) {
        Settings played = new Settings(checkpoint.origin().scenarioSettings());
        Task task = new Task(scenario.graph(played), scenario.agents(played), scenario.horizon(played));
        return algorithm.policy(task, new Settings(checkpoint.origin().algorithmSettings()), checkpoint.state());
    }
}
