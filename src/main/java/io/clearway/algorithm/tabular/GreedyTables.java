package io.clearway.algorithm.tabular;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Tables of values as a controller: each agent takes the legal action of the highest value, the first of equals. In a
 * state that has not occurred all actions are equal.
 *
 * @param states numbers of the joint states
 * @param tables a table per agent
 */
record GreedyTables(JointStates states, List<TabularCritic> tables) {
    /** Always the best action. */
    Controller greedy() {
        return observation -> {
            int state = states.find(observation);
            int[] choices = new int[tables.size()];
            for (int agent = 0; agent < choices.length; agent++) {
                choices[agent] = best(agent, state, observation);
            }
            return JointAction.of(choices);
        };
    }

    /**
     * ε-greedy: each agent by itself draws one of its legal actions with probability ε.
     *
     * @param exploration ε
     */
    Controller exploring(double exploration, RandomGenerator chance) {
        return observation -> {
            int state = states.find(observation);
            int[] choices = new int[tables.size()];
            for (int agent = 0; agent < choices.length; agent++) {
                boolean explores = state == JointStates.UNKNOWN || chance.nextDouble() < exploration;
                choices[agent] = explores ? drawn(observation.legal(agent), chance) : best(agent, state, observation);
            }
            return JointAction.of(choices);
        };
    }

    private int best(int agent, int state, JointObservation observation) {
        boolean[] legal = observation.legal(agent);
        double[] values = state == JointStates.UNKNOWN
                ? new double[legal.length]
                : tables.get(agent).values(state);
        return best(values, legal);
    }

    /** The first legal action of the highest value. */
    static int best(double[] values, boolean[] legal) {
        int best = -1;
        for (int action = 0; action < legal.length; action++) {
            if (legal[action] && (best < 0 || values[action] > values[best])) {
                best = action;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("None of %d actions is legal".formatted(legal.length));
        }
        return best;
    }

    private static int drawn(boolean[] legal, RandomGenerator chance) {
        int count = 0;
        for (boolean may : legal) {
            count += may ? 1 : 0;
        }
        int skip = chance.nextInt(count);
        int action = 0;
        while (!legal[action] || skip-- > 0) {
            action++;
        }
        return action;
    }
}
