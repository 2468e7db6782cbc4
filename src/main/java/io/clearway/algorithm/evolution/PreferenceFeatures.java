package io.clearway.algorithm.evolution;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.ActionRows;
import io.clearway.network.AgentSpec;
import io.clearway.setting.InvalidSetting;

/** What the preferences of actions are linear in; x(s, a) of Sutton and Barto, Section 13.1. */
sealed interface PreferenceFeatures {
    /** Number of weights of an agent. */
    int weights();

    /** Preference w · x(s, a). */
    double preference(double[] weights, float[] local, int action);

    /** Weights whose preferences are those that learning starts from. */
    double[] first();

    /**
     * Those that fit a task.
     *
     * @throws InvalidSetting where agents choose real numbers, or no rows of one length fit their observations
     */
    static PreferenceFeatures of(Task task, EvolutionSettings.Preferences settings) {
        for (AgentSpec agent : task.agents()) {
            if (agent.actions() == 0) {
                throw new InvalidSetting(
                        "algorithm",
                        EvolutionStrategies.NAME,
                        "agent %s has continuous actions; use an algorithm for continuous actions"
                                .formatted(agent.id()));
            }
        }
        return settings.rowPerAction() ? new Rows(ActionRows.of(task).length()) : Joint.of(task, settings);
    }

    /**
     * A row of features per action, with the same weights for every action.
     *
     * @param weights features of an action
     */
    record Rows(int weights) implements PreferenceFeatures {
        @Override
        public double preference(double[] weights, float[] local, int action) {
            double preference = 0;
            int row = action * this.weights;
            for (int feature = 0; feature < weights.length; feature++) {
                preference += weights[feature] * local[row + feature];
            }
            return preference;
        }

        @Override
        public double[] first() {
            double[] first = new double[weights];
            first[0] = 1;
            return first;
        }
    }

    /**
     * Weights of each action for all that is observed, and a bias.
     *
     * @param observed values
     * @param actions most of an agent
     */
    record Joint(int observed, int actions) implements PreferenceFeatures {
        static Joint of(Task task, EvolutionSettings.Preferences settings) {
            AgentSpec first = task.agents().get(0);
            int observed = first.observationSize();
            int actions = first.actions();
            for (AgentSpec agent : task.agents()) {
                boolean differs =
                        agent.observationSize() != first.observationSize() || agent.actions() != first.actions();
                if (differs && settings.sharedWeights()) {
                    throw new InvalidSetting(
                            "sharedWeights",
                            true,
                            "agents %s and %s differ in what they observe or may do; give false"
                                    .formatted(first.id(), agent.id()));
                }
                observed = Math.max(observed, agent.observationSize());
                actions = Math.max(actions, agent.actions());
            }
            return new Joint(observed, actions);
        }

        @Override
        public int weights() {
            return actions * (observed + 1);
        }

        @Override
        public double preference(double[] weights, float[] local, int action) {
            int next = action * (observed + 1);
            double preference = weights[next];
            for (float value : local) {
                next++;
                preference += weights[next] * value;
            }
            return preference;
        }

        @Override
        public double[] first() {
            return new double[weights()];
        }
    }
}
