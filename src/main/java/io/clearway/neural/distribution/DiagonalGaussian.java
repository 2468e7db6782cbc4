package io.clearway.neural.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Independent normal distributions over the real numbers of an action. Gradients are with respect to all means, and
 * after them to the logarithms of all deviations. Where agents choose different counts of numbers, those that an agent
 * lacks are 0 and nothing follows from them.
 */
public final class DiagonalGaussian implements ActionDistribution {
    private final Gaussian[] numbers;
    private final int width;

    private DiagonalGaussian(Gaussian[] numbers, int width) {
        this.numbers = numbers;
        this.width = width;
    }

    /**
     * The distribution of some consecutive values: means, then logarithms of deviations.
     *
     * @param description holds them
     * @param at where they begin
     * @param width largest count of numbers that an agent chooses: means, and as many deviations
     * @param count numbers that this agent chooses
     * @throws IllegalArgumentException when one of them is not finite
     */
    public static DiagonalGaussian of(float[] description, int at, int width, int count) {
        Gaussian[] numbers = new Gaussian[count];
        Arrays.setAll(numbers, i -> new Gaussian(description[at + i], description[at + width + i]));
        return new DiagonalGaussian(numbers, width);
    }

    @Override
    public double logProbability(float[] actions, int at) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i].logDensity(actions[at + i]);
        }
        return sum;
    }

    @Override
    public double entropy() {
        double sum = 0;
        for (Gaussian number : numbers) {
            sum += number.entropy();
        }
        return sum;
    }

    @Override
    public double divergence(ActionDistribution other) {
        if (!(other instanceof DiagonalGaussian that) || that.numbers.length != numbers.length) {
            throw new IllegalArgumentException(
                    "A normal distribution of %d numbers has no divergence from %s".formatted(numbers.length, other));
        }
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i].divergence(that.numbers[i]);
        }
        return sum;
    }

    /** Never: any action may be drawn. */
    @Override
    public boolean certain(float[] actions, int at) {
        return false;
    }

    @Override
    public void sample(RandomGenerator chance, float[] to, int at) {
        for (int i = 0; i < numbers.length; i++) {
            to[at + i] = numbers[i].sample(chance);
        }
    }

    /** The means. */
    @Override
    public void greedy(float[] to, int at) {
        for (int i = 0; i < numbers.length; i++) {
            to[at + i] = numbers[i].mean();
        }
    }

    @Override
    public void addLogProbabilityGradient(float[] actions, int at, float scale, float[] gradients, int gradientsAt) {
        for (int i = 0; i < numbers.length; i++) {
            gradients[gradientsAt + i] += (float) numbers[i].byMean(actions[at + i], scale);
            gradients[gradientsAt + width + i] += (float) numbers[i].byLogDeviation(actions[at + i], scale);
        }
    }

    @Override
    public void addEntropyGradient(float scale, float[] gradients, int at) {
        for (int i = 0; i < numbers.length; i++) {
            gradients[at + width + i] += scale;
        }
    }
}
