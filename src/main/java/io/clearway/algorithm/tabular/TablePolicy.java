package io.clearway.algorithm.tabular;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.neural.distribution.Categorical;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/**
 * The agents' policies as a controller; in a state that has not occurred all legal actions are equally likely.
 *
 * @param states numbers of the joint states
 * @param actors a table per agent
 */
record TablePolicy(JointStates states, List<TabularActor> actors) {
    /** Draws each action from its distribution. */
    Controller sampling(RandomGenerator chance) {
        return observation -> act(observation, distribution -> distribution.sample(chance));
    }

    /** Takes the most probable legal action. */
    Controller greedy() {
        return observation -> act(observation, Categorical::greedy);
    }

    private JointAction act(JointObservation observation, ToIntFunction<Categorical> choice) {
        int state = states.find(observation);
        int[] choices = new int[actors.size()];
        for (int agent = 0; agent < choices.length; agent++) {
            choices[agent] = choice.applyAsInt(actors.get(agent).policy(state, observation.legal(agent)));
        }
        return JointAction.of(choices);
    }
}
