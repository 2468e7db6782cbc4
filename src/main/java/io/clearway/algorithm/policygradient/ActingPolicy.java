package io.clearway.algorithm.policygradient;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.neural.ActionDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** Policies frozen for acting, on heap and for any number of threads; each agent reads its own neighborhood only. */
final class ActingPolicy {
    private final NeighborhoodInputs inputs;
    private final List<Function<float[], float[]>> logits;

    ActingPolicy(NeighborhoodInputs inputs, List<Function<float[], float[]>> logits) {
        this.inputs = inputs;
        this.logits = logits;
    }

    /** Draws each action from its distribution. */
    Controller sampling(RandomGenerator chance) {
        return observation -> act(observation, distribution -> distribution.sample(chance));
    }

    /** Takes the most probable legal action. */
    Controller greedy() {
        return observation -> act(observation, ActionDistribution::greedy);
    }

    private JointAction act(JointObservation observation, ToIntFunction<ActionDistribution> choice) {
        float[][] local = new float[observation.agents()][];
        Arrays.setAll(local, observation::local);
        int[] choices = new int[local.length];
        for (int agent = 0; agent < local.length; agent++) {
            float[] output = logits.get(agent).apply(inputs.gather(local, agent));
            choices[agent] = choice.applyAsInt(ActionDistribution.of(output, 0, observation.legal(agent)));
        }
        return JointAction.of(choices);
    }
}
