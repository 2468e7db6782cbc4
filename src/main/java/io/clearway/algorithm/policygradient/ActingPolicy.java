package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.neural.distribution.ActionDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Policies frozen for acting, on heap and for any number of threads. */
final class ActingPolicy {
    private final ActionKind kind;
    private final List<Function<float[][], float[]>> outputs;
    private final FreeColumns free;

    /**
     * @param outputs of the agents' networks, from the local observations of all
     * @param free what is the same in all states
     */
    ActingPolicy(ActionKind kind, List<Function<float[][], float[]>> outputs, FreeColumns free) {
        this.kind = kind;
        this.outputs = outputs;
        this.free = free;
    }

    /** Draws each action from its distribution. */
    Controller sampling(RandomGenerator chance) {
        return observation -> act(observation, (distribution, to, at) -> distribution.sample(chance, to, at));
    }

    /** Takes the most probable legal action; the mean of real numbers. */
    Controller greedy() {
        return observation -> act(observation, ActionDistribution::greedy);
    }

    /** How an action is taken from its distribution and written to a place. */
    private interface Choice {
        void take(ActionDistribution distribution, float[] to, int at);
    }

    private JointAction act(JointObservation observation, Choice choice) {
        float[][] local = new float[observation.agents()][];
        Arrays.setAll(local, observation::local);
        float[] actions = new float[local.length * kind.numbers()];
        for (int agent = 0; agent < local.length; agent++) {
            float[] description = free.append(agent, outputs.get(agent).apply(local));
            choice.take(
                    kind.distribution(agent, description, 0, observation.legal(agent), 0),
                    actions,
                    agent * kind.numbers());
        }
        return kind.joint(actions);
    }
}
