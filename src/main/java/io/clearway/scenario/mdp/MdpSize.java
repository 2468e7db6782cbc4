package io.clearway.scenario.mdp;

import io.clearway.setting.InvalidSetting;

/**
 * Size of an MDP.
 *
 * @param states M
 * @param agents N
 * @param actions of each agent
 */
public record MdpSize(int states, int agents, int actions) {
    private static final int MOST_STATES = 10_000;
    private static final int MOST_AGENTS = 50;
    private static final int MOST_ACTIONS = 100;

    /** A transition matrix of 5 million probabilities takes 40 MB. */
    private static final double MOST_PROBABILITIES = 5e6;

    public MdpSize {
        requireWithin("states", states, 1, MOST_STATES);
        requireWithin("agents", agents, 1, MOST_AGENTS);
        requireWithin("actions", actions, 1, MOST_ACTIONS);
        double probabilities = Math.pow(actions, agents) * states * states;
        if (probabilities > MOST_PROBABILITIES) {
            throw new InvalidSetting(
                    "agents",
                    agents,
                    "states² · actions^agents may be 5 million at most, not %.3g; give fewer".formatted(probabilities));
        }
    }

    /** Refuses a count outside of a range. */
    static void requireWithin(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidSetting(field, value, "give a whole number from %d to %d".formatted(least, most));
        }
    }
}
