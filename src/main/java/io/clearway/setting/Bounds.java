package io.clearway.setting;

import java.util.List;

/**
 * Checks that settings records share; each throws {@link InvalidSetting} naming the field and the value, with a hint.
 */
public final class Bounds {
    private static final int MOST = 1_000_000;
    private static final int MOST_LAYERS = 8;
    private static final int MOST_UNITS = 4096;

    private Bounds() {}

    /** A whole number of at least this. */
    public static void atLeast(String field, int value, int least) {
        if (value < least || value > MOST) {
            throw new InvalidSetting(field, value, "give a whole number from %d to %d".formatted(least, MOST));
        }
    }

    /** A finite number above 0. */
    public static void positive(String field, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InvalidSetting(field, value, "give a number above 0");
        }
    }

    /** A number between two bounds, both included. */
    public static void within(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidSetting(field, value, "give a number from %s to %s".formatted(least, most));
        }
    }

    /** Units of hidden layers. */
    public static void layers(String field, List<Integer> units) {
        if (units.size() > MOST_LAYERS || units.stream().anyMatch(count -> count < 1 || count > MOST_UNITS)) {
            throw new InvalidSetting(
                    field, units, "give at most %d layers of 1 to %d units each".formatted(MOST_LAYERS, MOST_UNITS));
        }
    }
}
