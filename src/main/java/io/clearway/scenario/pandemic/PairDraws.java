package io.clearway.scenario.pandemic;

import io.clearway.scenario.pandemic.town.Draws;
import java.util.Arrays;

/** Draws pairs with replacement; a pair that is drawn twice within an hour is one contact (Kompella et al. 2020). */
final class PairDraws {
    private static final double DEVIATION = 0.01;

    private final Draws draws;
    private int[] drawnIn = new int[0];
    private int drawing;

    PairDraws(Draws draws) {
        this.draws = draws;
    }

    /** Hears of a contact, by the places of both in their lists. */
    @FunctionalInterface
    interface Contact {
        void of(int one, int other);
    }

    /**
     * How many pairs to draw: a share drawn around a mean, rounded down.
     *
     * @param pairs all there are
     * @param share mean of the share of them
     * @param least contacts there are at least, where there are pairs
     */
    int number(int pairs, double share, int least) {
        if (pairs == 0) {
            return 0;
        }
        double drawn = Math.min(1, Math.max(0, draws.normal(share, DEVIATION)));
        return Math.max(least, (int) (drawn * pairs));
    }

    /** Pairs within one list. */
    void within(int size, int number, Contact contact) {
        begin(size * size);
        for (int pair = 0; pair < number; pair++) {
            int one = draws.below(size);
            int other = draws.below(size - 1);
            other += other >= one ? 1 : 0;
            if (isNew(Math.min(one, other) * size + Math.max(one, other))) {
                contact.of(one, other);
            }
        }
    }

    /** Pairs of one from each of two lists. */
    void between(int size, int otherSize, int number, Contact contact) {
        begin(size * otherSize);
        for (int pair = 0; pair < number; pair++) {
            int one = draws.below(size);
            int other = draws.below(otherSize);
            if (isNew(one * otherSize + other)) {
                contact.of(one, other);
            }
        }
    }

    private void begin(int pairs) {
        if (pairs > drawnIn.length) {
            drawnIn = Arrays.copyOf(drawnIn, pairs);
        }
        drawing++;
    }

    private boolean isNew(int pair) {
        boolean isNew = drawnIn[pair] != drawing;
        drawnIn[pair] = drawing;
        return isNew;
    }
}
