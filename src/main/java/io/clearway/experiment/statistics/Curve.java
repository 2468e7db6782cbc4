package io.clearway.experiment.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A measurement over the decisions of one run.
 *
 * @param decisions ascending
 * @param values one for each
 */
public record Curve(List<Double> decisions, List<Double> values) {
    /**
     * A point of the mean of several curves.
     *
     * @param decisions where
     * @param mean over the curves
     * @param deviation standard deviation (n − 1) over the curves; 0 for a single one, of which nothing is known
     */
    public record Point(double decisions, double mean, double deviation) {}

    public Curve {
        if (decisions.isEmpty() || decisions.size() != values.size()) {
            throw new IllegalArgumentException("A curve needs as many values as decisions, at least one");
        }
        decisions = List.copyOf(decisions);
        values = List.copyOf(values);
    }

    /** The same with every value replaced by the mean of the last few up to it. */
    public Curve smoothed(int window) {
        Double[] means = new Double[values.size()];
        Arrays.setAll(
                means,
                last -> values.subList(Math.max(0, last - window + 1), last + 1).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN));
        return new Curve(decisions, List.of(means));
    }

    /**
     * Mean and standard deviation of curves at equally distant places, over the range that all of them have;
     * interpolated linearly.
     */
    public static List<Point> mean(List<Curve> curves, int places) {
        double from = curves.stream()
                .mapToDouble(curve -> curve.decisions.get(0))
                .max()
                .orElseThrow();
        double to = curves.stream()
                .mapToDouble(curve -> curve.decisions.get(curve.decisions.size() - 1))
                .min()
                .orElseThrow();
        Point[] points = new Point[to > from ? places : 1];
        Arrays.setAll(points, at -> point(curves, from + (to - from) * at / Math.max(1, places - 1)));
        return List.of(points);
    }

    private static Point point(List<Curve> curves, double at) {
        double[] values = curves.stream().mapToDouble(curve -> curve.at(at)).toArray();
        return new Point(at, StatUtils.mean(values), values.length == 1 ? 0 : Math.sqrt(StatUtils.variance(values)));
    }

    private double at(double place) {
        int next = 0;
        while (next < decisions.size() && decisions.get(next) < place) {
            next++;
        }
        if (next == 0 || next == decisions.size()) {
            return values.get(Math.min(next, decisions.size() - 1));
        }
        double before = decisions.get(next - 1);
        double share = (place - before) / (decisions.get(next) - before);
        return values.get(next - 1) + share * (values.get(next) - values.get(next - 1));
    }
}
