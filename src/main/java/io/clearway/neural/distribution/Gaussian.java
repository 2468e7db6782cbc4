package io.clearway.neural.distribution;

import java.util.random.RandomGenerator;

/**
 * A normal distribution over one real number.
 *
 * @param mean μ
 * @param logDeviation log σ
 */
public record Gaussian(float mean, float logDeviation) {
    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    public Gaussian {
        if (!Float.isFinite(mean) || !Float.isFinite(logDeviation)) {
            throw new IllegalArgumentException(
                    "Mean %s and log deviation %s of an action must be finite".formatted(mean, logDeviation));
        }
    }

    /** Natural logarithm of the density at a value. */
    public double logDensity(float value) {
        return logDensity(value, mean, logDeviation);
    }

    /** Natural logarithm of the density of N(μ, σ²) at a value, given log σ. */
    public static double logDensity(double value, double mean, double logDeviation) {
        double off = (value - mean) * Math.exp(-logDeviation);
        return -off * off / 2 - logDeviation - HALF_LOG_TWO_PI;
    }

    /** Entropy (nat). */
    public double entropy() {
        return 1.0 / 2 + HALF_LOG_TWO_PI + logDeviation;
    }

    /** KL(this ‖ other) (nat). */
    public double divergence(Gaussian other) {
        double ratio = Math.exp((double) logDeviation - other.logDeviation);
        double off = other.standardized(mean);
        return (double) other.logDeviation - logDeviation + (ratio * ratio + off * off - 1) / 2;
    }

    /** A drawn value. */
    public float sample(RandomGenerator chance) {
        return (float) (mean + Math.exp(logDeviation) * chance.nextGaussian());
    }

    /** scale · ∂ log p(value) / ∂μ. */
    public double byMean(float value, float scale) {
        return scale * standardized(value) * Math.exp(-logDeviation);
    }

    /** scale · ∂ log p(value) / ∂ log σ. */
    public double byLogDeviation(float value, float scale) {
        double off = standardized(value);
        return scale * (off * off - 1);
    }

    private double standardized(float value) {
        return ((double) value - mean) * Math.exp(-logDeviation);
    }
}
