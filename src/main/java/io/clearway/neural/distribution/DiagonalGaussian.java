package io.clearway.neural.distribution;

import java.util.random.RandomGenerator;

/**
 * Independent normal distributions over the real numbers of an action. Gradients are with respect to all means, and
 * after them to the logarithms of all deviations. Where agents choose different counts of numbers, those that an agent
 * lacks are 0 and nothing follows from them.
 */
public final class DiagonalGaussian implements ActionDistribution {
    private final float[] description;
    private final int at;
    private final int width;
    private final int count;

    private DiagonalGaussian(float[] description, int at, int width, int count) {
        this.description = description;
        this.at = at;
        this.width = width;
        this.count = count;
    }

    /**
     * The distribution of some consecutive values: means, then logarithms of deviations. They are read when they are
     * needed, where one that is not finite is an error.
     *
     * @param description holds them; shared, not copied
     * @param at where they begin
     * @param width largest count of numbers that an agent chooses: means, and as many deviations
     * @param count numbers that this agent chooses
     */
    public static DiagonalGaussian of(float[] description, int at, int width, int count) {
        return new DiagonalGaussian(description, at, width, count);
    }

    private Gaussian number(int i) {
        return new Gaussian(description[at + i], description[at + width + i]);
    }

    @Override
    public double logProbability(float[] actions, int actionsAt) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += number(i).logDensity(actions[actionsAt + i]);
        }
        return sum;
    }

    @Override
    public double entropy() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += number(i).entropy();
        }
        return sum;
    }

    @Override
    public double divergence(ActionDistribution other) {
        if (!(other instanceof DiagonalGaussian that) || that.count != count) {
            throw new IllegalArgumentException(
                    "A normal distribution of %d numbers has no divergence from %s".formatted(count, other));
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += number(i).divergence(that.number(i));
        }
        return sum;
    }

    /** Never: any action may be drawn. */
    @Override
    public boolean certain(float[] actions, int actionsAt) {
        return false;
    }

    @Override
    public void sample(RandomGenerator chance, float[] to, int toAt) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = number(i).sample(chance);
        }
    }

    /** The means. */
    @Override
    public void greedy(float[] to, int toAt) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = number(i).mean();
        }
    }

    @Override
    public void addLogProbabilityGradient(
            float[] actions, int actionsAt, float scale, float[] gradients, int gradientsAt) {
        for (int i = 0; i < count; i++) {
            gradients[gradientsAt + i] += (float) number(i).byMean(actions[actionsAt + i], scale);
            gradients[gradientsAt + width + i] += (float) number(i).byLogDeviation(actions[actionsAt + i], scale);
        }
    }

    @Override
    public void addEntropyGradient(float scale, float[] gradients, int gradientsAt) {
        for (int i = 0; i < count; i++) {
            gradients[gradientsAt + width + i] += scale;
        }
    }
}
