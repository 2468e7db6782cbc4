package io.clearway.cli.experiment;

import io.clearway.experiment.statistics.Interval;
import java.util.Locale;

/** Figures as text, with as many digits as their precision allows. */
final class Figures {
    private static final int MOST_DIGITS = 6;
    private static final double BASE = 10;
    private static final double SMALLEST_P = 0.001;

    private Figures() {}

    /** Such as {@code -41.2 [-45.0, -38.1]}. */
    static String interval(Interval interval) {
        return "%s %s".formatted(estimate(interval), ends(interval));
    }

    /** The estimate alone. */
    static String estimate(Interval interval) {
        return number(interval.estimate(), digits(interval));
    }

    /** The ends alone, such as {@code [-45.0, -38.1]}. */
    static String ends(Interval interval) {
        int digits = digits(interval);
        return "[%s, %s]".formatted(number(interval.lower(), digits), number(interval.upper(), digits));
    }

    /** Mean and standard deviation. */
    static String deviation(double mean, double deviation) {
        int digits = digits(deviation, mean);
        return "%s ± %s".formatted(number(mean, digits), number(deviation, digits));
    }

    static String pValue(double p) {
        if (Double.isNaN(p)) {
            return "–";
        }
        return p < SMALLEST_P ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private static int digits(Interval interval) {
        return digits(interval.upper() - interval.lower(), interval.estimate());
    }

    /** Two significant digits of what is uncertain, three of the figure itself where nothing is. */
    private static int digits(double uncertain, double figure) {
        double scale = uncertain > 0 ? uncertain : Math.abs(figure) / BASE;
        return scale > 0 ? (int) Math.max(0, Math.min(MOST_DIGITS, 1 - Math.floor(Math.log10(scale)))) : 0;
    }

    private static String number(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text.replace('-', '−');
    }
}
