package io.clearway.monitor;

import java.util.Locale;

/**
 * A fault that the monitor found.
 *
 * @param kind of fault
 * @param seconds simulated time of the state
 * @param state what the signal showed
 * @param index signal index concerned; {@link #NO_INDEX} where the fault concerns the whole state
 * @param other signal index in conflict with it; {@link #NO_INDEX} where there is none
 * @param description in plain English, with the numbers
 */
public record Trip(Kind kind, double seconds, String state, int index, int other, String description) {
    /** Stands for no signal index. */
    public static final int NO_INDEX = -1;

    /** What is wrong. */
    public enum Kind {
        /** Two conflicting movements have green together. */
        CONFLICTING_GREEN,
        /** A movement has, or gets, green while a conflicting one has yellow. */
        GREEN_AGAINST_YELLOW,
        /** A yellow shorter than that of the timing sheet. */
        SHORT_YELLOW,
        /** A green ended without yellow. */
        MISSING_YELLOW,
        /** Green too early after the end of a conflicting movement's green. */
        SHORT_CLEARANCE,
        /** Green too early after the end of a conflicting crossing's walk. */
        SHORT_WALK_CLEARANCE,
        /** A green, or walk, shorter than its minimum. */
        SHORT_GREEN,
        /** The signal is off. */
        DARK,
        /** Somebody waits at red for longer than the maximum red and its grace. */
        FROZEN,
        /** A stage out of the order that the owner demands; found where stages are known, not by the monitor. */
        OUT_OF_ORDER,
        /** The state has more or fewer characters than the signal has indices. */
        WRONG_LENGTH,
        /** A character that SUMO does not have. */
        UNKNOWN_STATE
    }

    /** Seconds as people write them: without decimals where there are none. */
    static String text(double seconds) {
        return seconds == Math.rint(seconds)
                ? String.valueOf((long) seconds)
                : String.format(Locale.ROOT, "%.1f", seconds);
    }
}
