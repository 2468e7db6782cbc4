package io.clearway.training;

import io.clearway.metric.Digits;
import java.util.Collection;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Mean of independent measurements with its 95 % interval by Student's t.
 *
 * @param mean mean
 * @param halfWidth half the width of the interval; 0 for a single measurement, of which nothing is known
 * @param count number of measurements
 */
public record ConfidenceInterval(double mean, double halfWidth, int count) {
    private static final double UPPER_QUANTILE = 0.975;

    /** The interval of these measurements; there must be one. */
    public static ConfidenceInterval of(Collection<Double> measurements) {
        if (measurements.isEmpty()) {
            throw new IllegalArgumentException("An interval needs at least one measurement");
        }
        var statistics = new SummaryStatistics();
        measurements.forEach(statistics::addValue);
        int count = measurements.size();
        double halfWidth = count == 1
                ? 0
                : new TDistribution(count - 1).inverseCumulativeProbability(UPPER_QUANTILE)
                        * statistics.getStandardDeviation()
                        / Math.sqrt(count);
        return new ConfidenceInterval(statistics.getMean(), halfWidth, count);
    }

    /**
     * The interval of the difference of two means, after − before, of measurements that are not paired (Welch 1947,
     * "The generalization of 'Student's' problem when several different population variances are involved"). Its count
     * is that of the smaller side; of a side with a single measurement nothing is known.
     */
    public static ConfidenceInterval ofDifference(Collection<Double> before, Collection<Double> after) {
        ConfidenceInterval first = of(before);
        ConfidenceInterval second = of(after);
        double mean = second.mean() - first.mean();
        int count = Math.min(first.count(), second.count());
        double firstError = squaredError(before);
        double secondError = squaredError(after);
        double error = firstError + secondError;
        if (count == 1 || error == 0) {
            return new ConfidenceInterval(mean, 0, count);
        }
        double freedom = error
                * error
                / (firstError * firstError / (first.count() - 1) + secondError * secondError / (second.count() - 1));
        double quantile = new TDistribution(freedom).inverseCumulativeProbability(UPPER_QUANTILE);
        return new ConfidenceInterval(mean, quantile * Math.sqrt(error), count);
    }

    /** Of the mean. */
    private static double squaredError(Collection<Double> measurements) {
        var statistics = new SummaryStatistics();
        measurements.forEach(statistics::addValue);
        return statistics.getVariance() / measurements.size();
    }

    /** Whether there are enough measurements for an interval. */
    public boolean known() {
        return count > 1;
    }

    /** The mean with its half width to the digits that both are known to; the mean alone for a single measurement. */
    public String text() {
        return known() ? Digits.interval(mean, halfWidth) : meanText();
    }

    /** The same with the sign of a positive mean, as differences have it. */
    public String signedText() {
        return mean > 0 ? "+" + text() : text();
    }

    /** The mean alone, to the digits that it is known to. */
    public String meanText() {
        return Digits.mean(mean, halfWidth);
    }

    /** Lower end. */
    public double lower() {
        return mean - halfWidth;
    }

    /** Upper end. */
    public double upper() {
        return mean + halfWidth;
    }

    /** Whether the whole interval lies below zero: with paired differences, better where less is better. */
    public boolean belowZero() {
        return upper() < 0;
    }

    /** Whether the whole interval lies above zero. */
    public boolean aboveZero() {
        return lower() > 0;
    }
}
