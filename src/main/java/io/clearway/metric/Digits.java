package io.clearway.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Figures with as many digits as they are known to: two significant ones of the half width of the interval and the mean
 * to the same place; four of a figure without an interval.
 */
public final class Digits {
    private static final int OF_WIDTH = 2;
    private static final int WITHOUT_WIDTH = 4;
    /** A mean never needs more, however narrow its interval. */
    private static final int MOST = 6;

    private static final int MOST_DECIMALS = 9;

    private Digits() {}

    /** A mean as exact as its interval, which may be 0 where there is none. */
    public static String mean(double mean, double halfWidth) {
        boolean whole = halfWidth == 0 && mean == Math.rint(mean);
        return plain(mean, whole ? 0 : decimals(mean, halfWidth));
    }

    /** Mean and half width of an interval. */
    public static String interval(double mean, double halfWidth) {
        String width = halfWidth == 0 ? "0" : plain(halfWidth, decimals(mean, halfWidth));
        return mean(mean, halfWidth) + " ± " + width;
    }

    private static int decimals(double mean, double halfWidth) {
        boolean wide = halfWidth > 0 && !Double.isInfinite(halfWidth);
        int wanted = wide ? OF_WIDTH - place(halfWidth) : WITHOUT_WIDTH - place(mean);
        int most = Math.min(MOST_DECIMALS, MOST - place(wide ? Math.max(Math.abs(mean), halfWidth) : mean));
        return Math.max(0, Math.min(wanted, most));
    }

    /** Digits before the point; negative for leading zeros behind it, 1 for zero. */
    private static int place(double value) {
        return value == 0 || Double.isNaN(value) || Double.isInfinite(value)
                ? 1
                : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    }

    private static String plain(double value, int decimals) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "–";
        }
        return new BigDecimal(value, MathContext.DECIMAL64)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
