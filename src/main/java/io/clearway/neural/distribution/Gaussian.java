package io.clearway.neural.distribution;

import java.util.random.RandomGenerator;

/**
 * A normal distribution over one real action. Its gradients are with respect to mean and logarithm of the deviation.
 *
 * @param mean μ
 * @param logDeviation log σ
 */
public record Gaussian(float mean, float logDeviation) implements ActionDistribution {
    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    public Gaussian {
        if (!Float.isFinite(mean) || !Float.isFinite(logDeviation)) {
            throw new IllegalArgumentException(
                    "Mean %s and log deviation %s of an action must be finite".formatted(mean, logDeviation));
        }
    }

    @Override
    public double logProbability(float action) {
        return logDensity(action, mean, logDeviation);
    }

    /** Natural logarithm of the density of N(μ, σ²) at a value, given log σ. */
    public static double logDensity(double value, double mean, double logDeviation) {
        double off = (value - mean) * Math.exp(-logDeviation);
        return -off * off / 2 - logDeviation - HALF_LOG_TWO_PI;
    }

    @Override
    public double entropy() {
        return 1.0 / 2 + HALF_LOG_TWO_PI + logDeviation;
    }

    @Override
    public double divergence(ActionDistribution other) {
        if (!(other instanceof Gaussian that)) {
            throw new IllegalArgumentException("A normal distribution has no divergence from " + other);
        }
        double ratio = Math.exp((double) logDeviation - that.logDeviation);
        double off = that.standardized(mean);
        return (double) that.logDeviation - logDeviation + (ratio * ratio + off * off - 1) / 2;
    }

    /** Never: any action may be drawn. */
    @Override
    public boolean certain(float action) {
        return false;
    }

    @Override
    public float sample(RandomGenerator chance) {
        return (float) (mean + Math.exp(logDeviation) * chance.nextGaussian());
    }

    /** The mean. */
    @Override
    public float greedy() {
        return mean;
    }

    @Override
    public void addLogProbabilityGradient(float action, float scale, float[] gradients, int at) {
        double off = standardized(action);
        gradients[at] += (float) (scale * off * Math.exp(-logDeviation));
        gradients[at + 1] += (float) (scale * (off * off - 1));
    }

    @Override
    public void addEntropyGradient(float scale, float[] gradients, int at) {
        gradients[at + 1] += scale;
    }

    private double standardized(float action) {
        return ((double) action - mean) * Math.exp(-logDeviation);
    }
}
