package io.clearway.judge;

/**
 * A rule that a light broke.
 *
 * @param seconds when, in simulated seconds
 * @param text the signal indices and states concerned
 */
public record Violation(String light, double seconds, Kind kind, String text) {
    /** Which rule. */
    public enum Kind {
        /** Foes are green together though neither yields, nor does the network's own program show it. */
        CONFLICTING_GREENS,
        /** An index begins green, or priority green (g to G), while a foe is still in yellow. */
        GREEN_AGAINST_YELLOW,
        /** Vehicles lose green without yellow. */
        MISSING_YELLOW,
        /** A yellow ends before its minimum. */
        SHORT_YELLOW,
        /** Vehicles begin green too early after the end of green of foes. */
        SHORT_CLEARANCE,
        /** Vehicles begin green too early after the end of walk of a crossing they drive over. */
        SHORT_WALK_CLEARANCE,
        /** A green ends before its minimum. */
        SHORT_GREEN,
        /** The state has not one character for each signal index. */
        WRONG_LENGTH,
        /** An index is off which the network's own program never switches off. */
        DARK,
        /** A character that SUMO does not have. */
        UNKNOWN_STATE
    }
}
