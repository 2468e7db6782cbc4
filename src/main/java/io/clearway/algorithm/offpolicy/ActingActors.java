package io.clearway.algorithm.offpolicy;

import io.clearway.algorithm.experience.ActionRanges;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * Policies frozen for acting; each agent reads the global state and uses its own policy alone.
 *
 * @param actors as they were
 * @param ranges of their actions
 */
record ActingActors(SquashedActors.Acting actors, ActionRanges ranges) {
    /** Draws each action from its distribution. */
    Controller sampling(RandomGenerator chance) {
        return observation -> ranges.scaled(act(observation, chance::nextGaussian));
    }

    /** Takes the middle of each distribution, tanh(μ). */
    Controller greedy() {
        return observation -> ranges.scaled(act(observation, () -> 0));
    }

    private double[][] act(JointObservation observation, DoubleSupplier noise) {
        float[] state = observation.global();
        double[][] actions = new double[observation.agents()][];
        for (int agent = 0; agent < actions.length; agent++) {
            actions[agent] = Arrays.stream(actors.policy(agent, state).before(noise))
                    .map(SquashedGaussian::squash)
                    .toArray();
        }
        return actions;
    }
}
