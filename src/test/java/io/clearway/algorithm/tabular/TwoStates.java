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
import java.util.SplittableRandom;

/** An MDP of two states and two agents with two actions each, with what every policy is worth in it. */
final class TwoStates implements Environment {
    static final int HORIZON = 50;
    static final double DISCOUNT = 0.8;

    /** R(s, a) and the probability of the second state after (s, a); [state][first agent][second agent]. */
    private static final double[][][] REWARD = {{{1, -1}, {0, 2}}, {{-2, 0.5}, {1.5, -0.5}}};

    private static final double[][][] SECOND = {{{0.9, 0.2}, {0.4, 0.7}}, {{0.1, 0.6}, {0.3, 0.8}}};

    private SplittableRandom chance = new SplittableRandom(0);
    private int state;
    private int time;

    static Task task() {
        return new Task(
                new AgentGraph(List.of("a", "b"), List.of(new AgentGraph.Link("a", "b"))),
                List.of(new AgentSpec("a", 1, 2), new AgentSpec("b", 1, 2)),
                HORIZON);
    }

    /**
     * V^π (Eq. 3), by repeating Bellman's equation.
     *
     * @param policy probability of the second action [agent][state]
     */
    static double[] value(double[][] policy) {
        double[] value = new double[2];
        for (int sweep = 0; sweep < 300; sweep++) {
            double[] next = new double[2];
            for (int state = 0; state < 2; state++) {
                for (int own = 0; own < 2; own++) {
                    next[state] += chance(policy[0][state], own) * local(policy, value, 0, state, own);
                }
            }
            value = next;
        }
        return value;
    }

    /** Q_π^i(s, a^i) (Eq. 5). */
    static double local(double[][] policy, double[] value, int agent, int state, int own) {
        double sum = 0;
        for (int other = 0; other < 2; other++) {
            int first = agent == 0 ? own : other;
            int second = agent == 0 ? other : own;
            sum += chance(policy[1 - agent][state], other) * joint(value, state, first, second);
        }
        return sum;
    }

    /** R(s, a) + γ Σ P(s̃ | s, a) V(s̃). */
    static double joint(double[] value, int state, int first, int second) {
        double later = (1 - SECOND[state][first][second]) * value[0] + SECOND[state][first][second] * value[1];
        return REWARD[state][first][second] + DISCOUNT * later;
    }

    /** V*, what the best joint policy is worth, by value iteration. */
    static double[] optimum() {
        double[] value = new double[2];
        for (int sweep = 0; sweep < 300; sweep++) {
            double[] next = new double[2];
            for (int state = 0; state < 2; state++) {
                next[state] = Math.max(
                        Math.max(joint(value, state, 0, 0), joint(value, state, 0, 1)),
                        Math.max(joint(value, state, 1, 0), joint(value, state, 1, 1)));
            }
            value = next;
        }
        return value;
    }

    private static double chance(double ofSecond, int action) {
        return action == 1 ? ofSecond : 1 - ofSecond;
    }

    static JointObservation observation(int state) {
        float[] seen = {state};
        boolean[] both = {true, true};
        return JointObservation.of(new float[][] {seen, seen}, new boolean[][] {both, both});
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
        state = chance.nextInt(2);
        time = 0;
        return observation(state);
    }

    /** The reward is the agents' together: one gets a quarter of it, the other the rest. */
    @Override
    public Step step(JointAction action) {
        double reward = REWARD[state][action.choice(0)][action.choice(1)];
        state = chance.nextDouble() < SECOND[state][action.choice(0)][action.choice(1)] ? 1 : 0;
        time++;
        return new Step(observation(state), JointReward.of(reward / 4, 3 * reward / 4), false, time >= HORIZON);
    }

    @Override
    public void close() {}
}
