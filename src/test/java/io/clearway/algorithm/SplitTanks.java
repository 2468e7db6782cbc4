package io.clearway.algorithm;

import io.clearway.network.ActionSpace.Box;
import io.clearway.network.ActionSpace.Interval;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Environment;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import java.util.List;

/**
 * {@link TwoTanks} where the left agent has two pumps of half the strength, and so two real numbers to choose at once,
 * and the right one a single pump as before. What its pumps move together counts, so the best play stays known.
 */
public final class SplitTanks implements Environment {
    private static final double STRONGEST = 1.5;

    private final TwoTanks tanks = new TwoTanks();

    static Task task() {
        var half = new Interval(-STRONGEST / 2, STRONGEST / 2);
        return new Task(
                TwoTanks.task().graph(),
                List.of(
                        new AgentSpec("left", 1, new Box(List.of(half, half))),
                        new AgentSpec("right", 1, Box.of(-STRONGEST, STRONGEST))),
                TwoTanks.HORIZON);
    }

    /** A way to play two tanks, its left action shared between the pumps, the first doing more. */
    static ControllerSource split(ControllerSource source) {
        return seed -> {
            Controller controller = source.fresh(seed);
            return observation -> {
                JointAction action = controller.act(observation);
                double left = cut(action.value(0), STRONGEST);
                double first = cut(0.7 * left, STRONGEST / 2);
                return JointAction.ofVectors(new double[] {first, left - first}, new double[] {action.value(1)});
            };
        };
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
        return tanks.horizon();
    }

    @Override
    public JointObservation reset(long seed) {
        return tanks.reset(seed);
    }

    @Override
    public Step step(JointAction action) {
        double left = cut(action.value(0, 0), STRONGEST / 2) + cut(action.value(0, 1), STRONGEST / 2);
        return tanks.step(JointAction.ofValues(left, action.value(1)));
    }

    private static double cut(double action, double strongest) {
        return Math.max(-strongest, Math.min(strongest, action));
    }

    @Override
    public void close() {
        tanks.close();
    }
}
