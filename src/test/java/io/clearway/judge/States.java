package io.clearway.judge;

/** The characters of SUMO's signal states. */
final class States {
    private static final String ALL = "rRyYgGuUsoO";

    private States() {}

    static boolean isGreen(char state) {
        return state == 'G' || state == 'g';
    }

    static boolean isYellow(char state) {
        return state == 'y' || state == 'Y';
    }

    static boolean isOff(char state) {
        return state == 'o' || state == 'O';
    }

    static boolean isKnown(char state) {
        return ALL.indexOf(state) >= 0;
    }

    /** Whether a green begins, or the priority of one. */
    static boolean begins(char before, char now) {
        return isGreen(now) && (!isGreen(before) || (before == 'g' && now == 'G'));
    }
}
