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
public record MdpSettings(MdpSize size, AgentLinks graph, int seed, int horizon, double discount, boolean central) {
    /** The paper's smaller problem: 100 states, 4 agents on a ring, 3 actions each. */
    public static final MdpSettings DEFAULTS =
            new MdpSettings(new MdpSize(100, 4, 3), AgentLinks.RING, 1, 100, 0.9, false);

    private static final int MOST_DECISIONS = 100_000;

    public MdpSettings {
        MdpSize.requireWithin("seed", seed, 0, Integer.MAX_VALUE);
        MdpSize.requireWithin("horizon", horizon, 1, MOST_DECISIONS);
        if (!(discount >= 0 && discount < 1)) {
            throw new InvalidSetting("discount", discount, "give a number from 0 to below 1");
        }
    }

    /** What the MDP is drawn from. */
    MdpProblem problem() {
        return new MdpProblem(size, seed, discount, central);
    }
}
