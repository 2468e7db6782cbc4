package io.clearway.algorithm;

import io.clearway.network.ActionSpace;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.Controller;
import io.clearway.network.Environment;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two tanks side by side whose levels are to be kept at 0, to which they fall slowly by themselves: an agent's pump
 * moves its own level by a_i, spills a share of it to the other, and chance disturbs both. Linear and quadratic, so the
 * best play is known: the sum and the difference of the levels are two games of one level each, solved backward in
 * time.
 */
public final class TwoTanks implements Environment {
    public static final int HORIZON = 20;
    private static final double SPILL = 0.3;
    private static final double EFFORT = 0.1;
    private static final double LEFT_OVER = 0.8;
    private static final double DISTURBANCE = 0.4;
    private static final double STRONGEST = 1.5;

    private final double[] levels = new double[2];
    private SplittableRandom chance = new SplittableRandom(0);
    private int time;

    public static Task task() {
        var pump = ActionSpace.Box.of(-STRONGEST, STRONGEST);
        return new Task(
                new AgentGraph(List.of("left", "right"), List.of(new AgentGraph.Link("left", "right"))),
                List.of(new AgentSpec("left", 1, pump), new AgentSpec("right", 1, pump)),
                HORIZON);
    }

    /** Return of the best joint play of the episode with this seed, disturbances not being foreseen. */
    public static double optimum(long seed) {
        return Play.meanReturn(Play.episodes(new TwoTanks(), TwoTanks::best, seed, 1));
    }

    /** The best play, which sees both levels. */
    static Controller best(long seed) {
        var left = new int[] {HORIZON};
        return observation -> {
            double sum = (double) observation.local(0)[0] + observation.local(1)[0];
            double difference = (double) observation.local(0)[0] - observation.local(1)[0];
            double sumAction = gain(1 + SPILL, left[0]) * sum;
            double differenceAction = gain(1 - SPILL, left[0]) * difference;
            left[0]--;
            return JointAction.ofValues((sumAction + differenceAction) / 2, (sumAction - differenceAction) / 2);
        };
    }

    /** a = gain · x minimizes Σ x′² + EFFORT · a² over the decisions left, where x′ = LEFT_OVER · x + strength · a. */
    private static double gain(double strength, int left) {
        double toGo = 0;
        double gain = 0;
        for (int k = 0; k < left; k++) {
            double weight = 1 + toGo;
            double scale = EFFORT + strength * strength * weight;
            gain = -strength * weight * LEFT_OVER / scale;
            toGo = weight * EFFORT * LEFT_OVER * LEFT_OVER / scale;
        }
        return gain;
    }

    static Controller random(long seed) {
        var chance = new SplittableRandom(seed);
        return observation -> JointAction.ofValues(
                chance.nextDouble(-STRONGEST, STRONGEST), chance.nextDouble(-STRONGEST, STRONGEST));
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
        return HORIZON;
    }

    @Override
    public JointObservation reset(long seed) {
        chance = new SplittableRandom(seed);
        time = 0;
        levels[0] = chance.nextDouble(-1, 1);
        levels[1] = chance.nextDouble(-1, 1);
        return observe();
    }

    @Override
    public Step step(JointAction action) {
        double left = cut(action.value(0));
        double right = cut(action.value(1));
        levels[0] = LEFT_OVER * levels[0] + left + SPILL * right + chance.nextDouble(-DISTURBANCE, DISTURBANCE);
        levels[1] = LEFT_OVER * levels[1] + right + SPILL * left + chance.nextDouble(-DISTURBANCE, DISTURBANCE);
        time++;
        JointReward reward = JointReward.of(
                -levels[0] * levels[0] - EFFORT * left * left, -levels[1] * levels[1] - EFFORT * right * right);
        return new Step(observe(), reward, false, time >= HORIZON);
    }

    private static double cut(double action) {
        return Math.max(-STRONGEST, Math.min(STRONGEST, action));
    }

    private JointObservation observe() {
        return JointObservation.of(new float[][] {{(float) levels[0]}, {(float) levels[1]}}, new boolean[2][0]);
    }

    @Override
    public void close() {}
}
