package io.clearway.monitor;

import static io.clearway.monitor.Aspects.PRIORITY_GREEN;

/**
 * A signal index in conflict with another one, seen from the latter.
 *
 * @param index of the foe
 * @param together greens that the two may show together, as bits of {@link #together(char, char)}
 * @param clearanceSeconds from the end of the foe's green to the beginning of the own one
 * @param crossing whether the foe is a crossing of pedestrians
 */
record Foe(int index, int together, int clearanceSeconds, boolean crossing) {
    /** All pairs of greens. */
    static final int ANY_GREENS = together(PRIORITY_GREEN, PRIORITY_GREEN)
            | together(PRIORITY_GREEN, Aspects.YIELDING_GREEN)
            | together(Aspects.YIELDING_GREEN, PRIORITY_GREEN)
            | together(Aspects.YIELDING_GREEN, Aspects.YIELDING_GREEN);

    /** The own green yields. */
    private static final int OWN_YIELDS = 2;

    /** The foe's green yields. */
    private static final int FOE_YIELDS = 1;

    /** The bit for a pair of greens, the own one and the foe's. */
    static int together(char own, char foe) {
        int yielding = (own == PRIORITY_GREEN ? 0 : OWN_YIELDS) + (foe == PRIORITY_GREEN ? 0 : FOE_YIELDS);
        return 1 << yielding;
    }

    boolean allows(char own, char foe) {
        return (together & together(own, foe)) != 0;
    }

    /** Whether the own green may go on while the foe, which may have had either green, has yellow. */
    boolean allowsDuringItsYellow(char own) {
        return own == PRIORITY_GREEN ? (together & anyFoe(own)) != 0 : together != 0;
    }

    /** Whether the foe's green may go on during the own yellow. */
    boolean allowsDuringOwnYellow(char foe) {
        return foe == PRIORITY_GREEN ? (together & anyOwn(foe)) != 0 : together != 0;
    }

    private static int anyFoe(char own) {
        return together(own, PRIORITY_GREEN) | together(own, Aspects.YIELDING_GREEN);
    }

    private static int anyOwn(char foe) {
        return together(PRIORITY_GREEN, foe) | together(Aspects.YIELDING_GREEN, foe);
    }
}
