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

    /** The axis that just holds these values, of which there must be one. */
    static Axis over(DoubleStream values, double start, double end) {
        var range = values.summaryStatistics();
        double slack = 0.04 * (range.getMax() - range.getMin());
        if (slack == 0) {
            slack = range.getMax() == 0 ? 1 : 0.1 * Math.abs(range.getMax());
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
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    /** A tick as short as it can be read. */
    String label(double tick) {
        double step = step();
        if (Math.abs(tick) >= 1e6 || step < 1e-4) {
            return String.format(Locale.ROOT, "%.3g", tick);
        }
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%,." + digits + "f", tick);
    }
}
