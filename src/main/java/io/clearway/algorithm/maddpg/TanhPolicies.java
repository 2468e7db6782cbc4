package io.clearway.algorithm.maddpg;

import io.clearway.algorithm.experience.ActionRanges;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.neural.ActingNetworks;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The deterministic policies a_i = tanh(μ_i(o_i)) frozen for acting; each agent reads its own observation alone.
 *
 * @param networks of all agents
 * @param layout of observations and actions
 * @param ranges of the actions
 */
record TanhPolicies(ActingNetworks networks, JointLayout layout, ActionRanges ranges) {
    /** Without noise. */
    Controller greedy() {
        return observation -> ranges.scaled(act(observation, action -> action));
    }

    /**
     * Gaussian noise is added to every number, which then is cut to its interval.
     *
     * @param deviation of the noise, actions lying between −1 and 1
     */
    Controller exploring(double deviation, RandomGenerator chance) {
        return observation -> ranges.scaled(act(
                observation, action -> Math.max(-1, Math.min(1, action + deviation * chance.nextGaussian()))));
    }

    private double[][] act(JointObservation observation, DoubleUnaryOperator change) {
        double[][] actions = new double[layout.agents()][];
        for (int agent = 0; agent < actions.length; agent++) {
            float[] seen = Arrays.copyOf(observation.local(agent), layout.widestObservation());
            float[] outputs = networks.outputs(agent, seen);
            actions[agent] = new double[layout.numbers(agent)];
            for (int i = 0; i < actions[agent].length; i++) {
                actions[agent][i] = change.applyAsDouble(Math.tanh(outputs[i]));
            }
        }
        return actions;
    }
}
