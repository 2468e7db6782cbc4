package io.clearway.algorithm;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.Controller;
import io.clearway.network.Environment;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Any number of agents in a row that see noise: what learning costs, not what is learned. */
final class SyntheticStreet implements Environment {
    private final Task task;
    private final int width;
    private final int actions;
    private SplittableRandom chance = new SplittableRandom(1);
    private int time;

    SyntheticStreet(int agents, int width, int actions, int horizon) {
        this.width = width;
        this.actions = actions;
        List<String> names = IntStream.range(0, agents).mapToObj(i -> "a" + i).toList();
        List<AgentGraph.Link> links = new ArrayList<>();
        for (int agent = 1; agent < agents; agent++) {
            links.add(new AgentGraph.Link(names.get(agent - 1), names.get(agent)));
        }
        this.task = new Task(
                new AgentGraph(names, links),
                names.stream().map(name -> new AgentSpec(name, width, actions)).toList(),
                horizon);
    }

    Task task() {
        return task;
    }

    @Override
    public AgentGraph graph() {
        return task.graph();
    }

    @Override
    public List<AgentSpec> agents() {
        return task.agents();
    }

    @Override
    public int horizon() {
        return task.horizon();
    }

    @Override
    public JointObservation reset(long seed) {
        chance = new SplittableRandom(seed);
        time = 0;
        return observe();
    }

    @Override
    public Step step(JointAction action) {
        time++;
        double[] rewards = chance.doubles(task.agents().size()).toArray();
        return new Step(observe(), JointReward.of(rewards), false, time >= task.horizon());
    }

    private JointObservation observe() {
        int agents = task.agents().size();
        float[][] local = new float[agents][width];
        boolean[][] legal = new boolean[agents][actions];
        for (int agent = 0; agent < agents; agent++) {
            for (int value = 0; value < width; value++) {
                local[agent][value] = (float) chance.nextGaussian();
            }
            Arrays.fill(legal[agent], true);
        }
        return JointObservation.of(local, legal);
    }

    /** Always the first action. */
    static Controller first(long seed) {
        return observation -> JointAction.of(new int[observation.agents()]);
    }

    @Override
    public void close() {}
}
