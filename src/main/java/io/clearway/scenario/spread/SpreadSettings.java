package io.clearway.scenario.spread;

import io.clearway.setting.InvalidSetting;

/**
 * What can be chosen about simple spread.
 *
 * @param agents how many, as many targets
 * @param links who is connected to whom; with three agents a ring is complete
 * @param horizon decisions of an episode; the paper names none, the code that the world is from has 25
 */
public record SpreadSettings(int agents, Links links, int horizon) {
    /** As in the paper. */
    public static final SpreadSettings DEFAULTS = new SpreadSettings(3, Links.RING, 25);

    private static final int MOST_AGENTS = 50;
    private static final int LONGEST = 10_000;

    public SpreadSettings {
        if (agents < 1 || agents > MOST_AGENTS) {
            throw new InvalidSetting("agents", agents, "give a whole number from 1 to " + MOST_AGENTS);
        }
        if (horizon < 1 || horizon > LONGEST) {
            throw new InvalidSetting("horizon", horizon, "give a whole number from 1 to " + LONGEST);
        }
    }

    /** Who is connected to whom. */
    public enum Links {
        /** Each with the next, the last with the first. */
        RING,
        /** All with all. */
        COMPLETE
    }
}
