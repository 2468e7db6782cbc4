package io.clearway.scenario.atsc.definition;

import io.clearway.setting.InvalidSetting;
import io.clearway.timing.TimingProfile;

/**
 * What signals keep to while agents choose.
 *
 * @param timings which yellow, intergreen, minimum green and maximum red times: the timing sheet of the network
 * @param minimumGreenSeconds a phase is not left sooner than this after the decision that chose it, its transition
 *     included, unless somebody's maximum red requires it; a multiple of the time between decisions, and that time
 *     itself is no limit beyond the timing sheet's
 * @param maximumRedSeconds when somebody has waited for a movement for this long, a phase that serves it comes first;
 *     0: no limit beyond the timing sheet's
 */
public record TimingSettings(TimingProfile timings, int minimumGreenSeconds, int maximumRedSeconds) {
    private static final int LONGEST_MINIMUM_GREEN = 120;
    private static final int USUAL_MINIMUM_GREEN = 15;
    private static final int USUAL_MAXIMUM_RED = 180;
    private static final int NO_MAXIMUM_RED = 0;

    /** The times of the papers (Chu et al. 2020, Ma et al. 2024). */
    static TimingSettings paper(AtscDefinition.Timing timing) {
        return new TimingSettings(TimingProfile.PAPER, interval(timing), NO_MAXIMUM_RED);
    }

    /** Greens of 15 s or the next multiple of the time between decisions, and nobody waits longer than 180 s. */
    static TimingSettings defaults(AtscDefinition.Timing timing) {
        int interval = interval(timing);
        int green = interval * ((USUAL_MINIMUM_GREEN + interval - 1) / interval);
        return new TimingSettings(TimingProfile.STANDARD, green, USUAL_MAXIMUM_RED);
    }

    /** The same timing sheet, for a rule that chooses at every decision. */
    TimingSettings forRule(AtscDefinition.Timing timing) {
        return new TimingSettings(timings, interval(timing), NO_MAXIMUM_RED);
    }

    /** Refuses what does not go with the times of a scenario. */
    void requireFit(AtscDefinition.Timing timing) {
        int interval = interval(timing);
        int longest = Math.max(LONGEST_MINIMUM_GREEN / interval, 1) * interval;
        if (minimumGreenSeconds < interval || minimumGreenSeconds > longest || minimumGreenSeconds % interval != 0) {
            throw new InvalidSetting(
                    "minimumGreenSeconds",
                    minimumGreenSeconds,
                    "give a multiple of %d from %d to %d".formatted(interval, interval, longest));
        }
        double least = minimumGreenSeconds + timing.transitionSeconds();
        if (maximumRedSeconds != NO_MAXIMUM_RED && !(maximumRedSeconds > least)) {
            throw new InvalidSetting(
                    "maximumRedSeconds",
                    maximumRedSeconds,
                    "give more than minimum green and transition, %s s together, or 0 for no limit".formatted(least));
        }
    }

    private static int interval(AtscDefinition.Timing timing) {
        return (int) timing.decisionSeconds();
    }
}
