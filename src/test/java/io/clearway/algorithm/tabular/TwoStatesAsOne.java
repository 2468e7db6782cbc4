package io.clearway.algorithm.tabular;

import io.clearway.algorithm.Task;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.Environment;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import java.util.List;

/** {@link TwoStates} with one agent that chooses both actions: 2 · first + second. */
final class TwoStatesAsOne implements Environment {
    private final TwoStates states = new TwoStates();

    static Task task() {
        return new Task(
                new AgentGraph(List.of("both"), List.of()), List.of(new AgentSpec("both", 1, 4)), TwoStates.HORIZON);
    }

    static JointObservation observation(int state) {
        return JointObservation.of(new float[][] {{state}}, new boolean[][] {{true, true, true, true}});
    }

    @Override
    public AgentGraph graph() {
        return task().graph();
    }

    @Override
    public List<AgentSpec> agents() {
        return task().agents();
    }

    @Override
    public int horizon() {
        return states.horizon();
    }

    @Override
    public JointObservation reset(long seed) {
        return observation((int) states.reset(seed).local(0)[0]);
    }

    @Override
    public Step step(JointAction action) {
        Step step = states.step(JointAction.of(action.choice(0) / 2, action.choice(0) % 2));
        return new Step(
                observation((int) step.observation().local(0)[0]),
                JointReward.of(step.reward().sum()),
                step.terminated(),
                step.truncated());
    }

    @Override
    public void close() {}
}
