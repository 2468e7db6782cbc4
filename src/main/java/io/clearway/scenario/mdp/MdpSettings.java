package io.clearway.scenario.mdp;

import io.clearway.setting.InvalidSetting;

/**
 * Every setting of {@link RandomMdpScenario}.
 *
 * @param size states, agents and actions
 * @param graph which agents communicate
 * @param seed draws the transitions and rewards of the MDP; another seed is another problem
 * @param horizon decisions in an episode; the process itself has no end
 * @param discount γ that the rules look ahead with
 * @param central whether one agent chooses the actions of all
 */
public record MdpSettings(Size size, AgentLinks graph, int seed, int horizon, double discount, boolean central) {
    /** The paper's smaller problem: 100 states, 4 agents on a ring, 3 actions each. */
    public static final MdpSettings DEFAULTS =
            new MdpSettings(new Size(100, 4, 3), AgentLinks.RING, 1, 100, 0.9, false);

    private static final int MOST_DECISIONS = 100_000;

    public MdpSettings {
        within("seed", seed, 0, Integer.MAX_VALUE);
        within("horizon", horizon, 1, MOST_DECISIONS);
        if (!(discount >= 0 && discount < 1)) {
            throw new InvalidSetting("discount", discount, "give a number from 0 to below 1");
        }
    }

    /**
     * Size of an MDP.
     *
     * @param states M
     * @param agents N
     * @param actions of each agent
     */
    public record Size(int states, int agents, int actions) {
        private static final int MOST_STATES = 10_000;
        private static final int MOST_AGENTS = 50;
        private static final int MOST_ACTIONS = 100;

        /** A transition matrix of 5 million probabilities takes 40 MB. */
        private static final double MOST_PROBABILITIES = 5e6;

        public Size {
            within("states", states, 1, MOST_STATES);
            within("agents", agents, 1, MOST_AGENTS);
            within("actions", actions, 1, MOST_ACTIONS);
            double probabilities = Math.pow(actions, agents) * states * states;
            if (probabilities > MOST_PROBABILITIES) {
                throw new InvalidSetting(
                        "agents",
                        agents,
                        "states² · actions^agents may be 5 million at most, not %.3g; give fewer"
                                .formatted(probabilities));
            }
        }
    }

    /** What the MDP is drawn from. */
    MdpProblem problem() {
        return new MdpProblem(size, seed, discount, central);
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidSetting(field, value, "give a whole number from %d to %d".formatted(least, most));
        }
    }
}
