package io.clearway.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A linear axis with ticks at round numbers.
 *
 * @param from value at its beginning
 * @param to value at its end, above {@code from}
 * @param start pixel of its beginning
 * @param end pixel of its end, below {@code start} when it runs upward
 */
record Axis(double from, double to, double start, double end) {
    private static final int TICKS = 5;
    private static final double MARGIN = 0.04;
    private static final double MARGIN_OF_A_CONSTANT = 0.1;
    private static final double BASE = 10;

    /** Steps of ticks within a power of ten, the last of them the next power. */
    private static final double[] STEPS = {1, 2, 5, BASE};

    private static final double SCIENTIFIC_FROM = 1e6;
    private static final double SCIENTIFIC_BELOW = 1e-4;
    private static final double ROUNDING = 1e-9;

    /** The axis that just holds these values, of which there must be one. */
    static Axis over(DoubleStream values, double start, double end) {
        var range = values.summaryStatistics();
        double slack = MARGIN * (range.getMax() - range.getMin());
        if (slack == 0) {
            slack = range.getMax() == 0 ? 1 : MARGIN_OF_A_CONSTANT * Math.abs(range.getMax());
        }
        return new Axis(range.getMin() - slack, range.getMax() + slack, start, end);
    }

    /** Pixel of a value. */
    double at(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    /** Round values on it: multiples of 1, 2 or 5 times a power of ten. */
    List<Double> ticks() {
        double step = step();
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(from / step) * step; tick <= to; tick += step) {
            ticks.add(Math.abs(tick) < step / 2 ? 0.0 : tick);
        }
        return ticks;
    }

    private double step() {
        double raw = (to - from) / TICKS;
        double power = Math.pow(BASE, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return power
                * DoubleStream.of(STEPS)
                        .filter(step -> lead <= step)
                        .findFirst()
                        .orElse(BASE);
    }

    /** A tick as short as it can be read. */
    String label(double tick) {
        double step = step();
        if (Math.abs(tick) >= SCIENTIFIC_FROM || step < SCIENTIFIC_BELOW) {
            return String.format(Locale.ROOT, "%.3g", tick);
        }
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + ROUNDING));
        return String.format(Locale.ROOT, "%,." + digits + "f", tick);
    }
}
