package io.clearway.scenario.mdp;

import io.clearway.setting.InvalidSetting;

/**
 * Every setting of {@link RandomMdpScenario}.
 *
 * @param states M: states of the MDP
 * @param agents N
 * @param actions of each agent
 * @param graph who talks to whom: {@code ring}, {@code path} or {@code complete}
 * @param seed draws the transitions and rewards of the MDP; another seed is another problem
 * @param horizon decisions in an episode; the process itself has no end
 * @param discount γ that the rules look ahead with
 * @param central whether one agent chooses the actions of all
 */
public record MdpSettings(
        int states, int agents, int actions, String graph, int seed, int horizon, double discount, boolean central) {
    /** The paper's smaller problem: 100 states, 4 agents on a ring, 3 actions each. */
    public static final MdpSettings DEFAULTS = new MdpSettings(100, 4, 3, AgentLinks.RING.key(), 1, 100, 0.9, false);

    /** A transition matrix of 5 million probabilities takes 40 MB. */
    private static final double LARGEST = 5e6;

    public MdpSettings {
        within("states", states, 1, 10_000);
        within("agents", agents, 1, 50);
        within("actions", actions, 1, 100);
        within("seed", seed, 0, Integer.MAX_VALUE);
        within("horizon", horizon, 1, 100_000);
        graph = AgentLinks.named(graph).key();
        if (!(discount >= 0 && discount < 1)) {
            throw new InvalidSetting("discount", discount, "give a number from 0 to below 1");
        }
        double probabilities = Math.pow(actions, agents) * states * states;
        if (probabilities > LARGEST) {
            throw new InvalidSetting(
                    "agents",
                    agents,
                    "states² · actions^agents may be 5 million at most, not %.3g; give fewer".formatted(probabilities));
        }
    }

    /** What the MDP is drawn from. */
    MdpProblem problem() {
        return new MdpProblem(states, agents, actions, seed, discount, central);
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidSetting(field, value, "give a whole number from %d to %d".formatted(least, most));
        }
    }
}
