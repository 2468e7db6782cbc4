package io.clearway.algorithm.dmpo.model;

import io.clearway.neural.AgentTensor;

/** Whose predictions end an imagined rollout. */
public enum EndRule {
    /** Any agent's: one that is far from a collision cannot know of it. */
    ANY {
        @Override
        public boolean ends(Prediction prediction, int sample) {
            AgentTensor probability = prediction.end().probability();
            for (int agent = 0; agent < probability.agents(); agent++) {
                if (probability.get(agent, sample, 0) > EVEN) {
                    return true;
                }
            }
            return false;
        }
    },
    /** The mean over agents, as in the authors' code. */
    MOST {
        @Override
        public boolean ends(Prediction prediction, int sample) {
            AgentTensor probability = prediction.end().probability();
            double sum = 0;
            for (int agent = 0; agent < probability.agents(); agent++) {
                sum += probability.get(agent, sample, 0);
            }
            return sum > EVEN * probability.agents();
        }
    };

    private static final double EVEN = 0.5;

    /** Whether the process is predicted to end in a sample: its probability is above one half. */
    public abstract boolean ends(Prediction prediction, int sample);
}
