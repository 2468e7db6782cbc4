package io.clearway.monitor;

/** What the characters of SUMO's signal states mean; red-yellow {@code u} and the turn-after-stop {@code s} are red. */
final class Aspects {
    static final char PRIORITY_GREEN = 'G';
    static final char YIELDING_GREEN = 'g';
    private static final String KNOWN = "ryYgGsuoO";

    private Aspects() {}

    static boolean isKnown(char aspect) {
        return KNOWN.indexOf(aspect) >= 0;
    }

    static boolean isGreen(char aspect) {
        return aspect == PRIORITY_GREEN || aspect == YIELDING_GREEN;
    }

    static boolean isYellow(char aspect) {
        return aspect == 'y' || aspect == 'Y';
    }

    static boolean isOff(char aspect) {
        return aspect == 'o' || aspect == 'O';
    }

    /** Whether a green begins, or the right of way of one: red or yellow to green, and {@code g} to {@code G}. */
    static boolean beginsGreen(char before, char now) {
        return isGreen(now) && (!isGreen(before) || (before == YIELDING_GREEN && now == PRIORITY_GREEN));
    }
}
