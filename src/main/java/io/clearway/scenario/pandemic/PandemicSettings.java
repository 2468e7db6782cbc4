package io.clearway.scenario.pandemic;

import io.clearway.setting.InvalidSetting;

/**
 * Every setting of {@link PandemicScenario}.
 *
 * @param regulations whose stages the agents set
 * @param graph which agents communicate
 * @param days decisions in an episode, each for one day
 */
public record PandemicSettings(RuleBook regulations, UnitLinks graph, int days) {
    /** As in the code of Ma et al. 2024. */
    public static final PandemicSettings DEFAULTS = new PandemicSettings(RuleBook.AUSTIN, UnitLinks.NONE, 120);

    private static final int MOST_DAYS = 3650;

    public PandemicSettings {
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidSetting("days", days, "give a whole number from 1 to " + MOST_DAYS);
        }
    }
}
