package io.clearway.scenario.mdp;

import io.clearway.network.Seeds;
import java.util.random.RandomGenerator;

/**
 * A finite MDP of several agents, drawn as in Li and Jia, Section V: P(s, a, s̃) ~ U(0, 1), then normalized, and R(s,
 * a) ~ N(0, 1). Joint actions are counted with the first agent's choice running fastest.
 */
final class RandomMdp {
    private final int states;
    private final int agents;
    private final int actions;
    private final int jointActions;
    private final double[] transitions;
    private final double[] rewards;

    private RandomMdp(int states, int agents, int actions, double[] transitions, double[] rewards) {
        this.states = states;
        this.agents = agents;
        this.actions = actions;
        this.jointActions = rewards.length / states;
        this.transitions = transitions;
        this.rewards = rewards;
    }

    /** Draws an MDP of this size from a seed. */
    static RandomMdp draw(MdpSize size, long seed) {
        int states = size.states();
        int rows = states * (int) Math.round(Math.pow(size.actions(), size.agents()));
        Seeds seeds = new Seeds(seed);
        RandomGenerator chance = seeds.generator("transitions", 0);
        double[] transitions = new double[rows * states];
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int next = 0; next < states; next++) {
                // never 0, so that every state follows every other
                double weight = 1 - chance.nextDouble();
                transitions[row * states + next] = weight;
                sum += weight;
            }
            for (int next = 0; next < states; next++) {
                transitions[row * states + next] /= sum;
            }
        }
        double[] rewards = new double[rows];
        RandomGenerator rewardChance = seeds.generator("rewards", 0);
        for (int row = 0; row < rows; row++) {
            rewards[row] = normal(rewardChance);
        }
        return new RandomMdp(states, size.agents(), size.actions(), transitions, rewards);
    }

    /** Box and Muller 1958; the platform's own method may differ from one Java to the next. */
    private static double normal(RandomGenerator chance) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - chance.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * chance.nextDouble());
    }

    /** The same MDP where one agent chooses the joint action: the paper's "centralized" case. */
    RandomMdp asOneAgent() {
        return new RandomMdp(states, 1, jointActions, transitions, rewards);
    }

    int states() {
        return states;
    }

    int agents() {
        return agents;
    }

    /** Actions of each agent. */
    int actions() {
        return actions;
    }

    int jointActions() {
        return jointActions;
    }

    /** R(s, a). */
    double reward(int state, int joint) {
        return rewards[state * jointActions + joint];
    }

    /** P(s, a, s̃). */
    double probability(int state, int joint, int next) {
        return transitions[(state * jointActions + joint) * states + next];
    }

    /** Σ_s̃ P(s, a, s̃) value(s̃). */
    double expected(int state, int joint, double[] value) {
        int row = (state * jointActions + joint) * states;
        double sum = 0;
        for (int next = 0; next < states; next++) {
            sum += transitions[row + next] * value[next];
        }
        return sum;
    }

    /**
     * The state that follows.
     *
     * @param uniform drawn from [0, 1)
     */
    int next(int state, int joint, double uniform) {
        double left = uniform;
        int next = 0;
        while (next < states - 1 && left >= probability(state, joint, next)) {
            left -= probability(state, joint, next);
            next++;
        }
        return next;
    }

    /** Number of the joint action of these choices. */
    int joint(int[] choices) {
        int joint = 0;
        for (int agent = agents - 1; agent >= 0; agent--) {
            joint = joint * actions + choices[agent];
        }
        return joint;
    }

    /** What an agent chooses in a joint action. */
    int choice(int joint, int agent) {
        int rest = joint;
        for (int before = 0; before < agent; before++) {
            rest /= actions;
        }
        return rest % actions;
    }
}
