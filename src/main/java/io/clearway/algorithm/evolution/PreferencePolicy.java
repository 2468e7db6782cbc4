package io.clearway.algorithm.evolution;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;

/**
 * Each agent takes the legal action of the highest preference, the first one among equals. Holds for any number of
 * agents where all have the same weights.
 *
 * @param features that preferences are linear in
 * @param weights of the agents, or of all of them
 */
record PreferencePolicy(PreferenceFeatures features, AgentWeights weights) implements Controller {
    @Override
    public JointAction act(JointObservation observation) {
        int[] choices = new int[observation.agents()];
        for (int agent = 0; agent < choices.length; agent++) {
            choices[agent] = best(weights.of(agent), observation.local(agent), observation.legal(agent));
        }
        return JointAction.of(choices);
    }

    private int best(double[] own, float[] local, boolean[] legal) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < legal.length; action++) {
            if (legal[action]) {
                double preference = features.preference(own, local, action);
                if (best < 0 || preference > highest) {
                    best = action;
                    highest = preference;
                }
            }
        }
        return best;
    }
}
