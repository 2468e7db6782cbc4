package io.clearway.scenario.pandemic.town;

import java.util.random.RandomGenerator;

/**
 * Draws from distributions. Normal numbers are made here, since the platform's own may differ from one Java to the
 * next.
 *
 * @param chance source of uniform numbers
 */
public record Draws(RandomGenerator chance) {
    private static final int WORST_LUCK = 1000;

    /** Whether something of this probability happens. */
    public boolean happens(double probability) {
        return chance.nextDouble() < probability;
    }

    /** A whole number from 0 to below a bound. */
    public int below(int bound) {
        return chance.nextInt(bound);
    }

    /** A whole number from one to another, both included. */
    public int between(int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }

    /** A number from [0, 1). */
    public double uniform() {
        return chance.nextDouble();
    }

    /** From a normal distribution (Box and Muller 1958). */
    public double normal(double mean, double deviation) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - chance.nextDouble()));
        return mean + deviation * radius * StrictMath.cos(2 * StrictMath.PI * chance.nextDouble());
    }

    /** From a normal distribution truncated to [0, 1]. */
    public double normalShare(double mean, double deviation) {
        for (int luck = 0; luck < WORST_LUCK; luck++) {
            double drawn = normal(mean, deviation);
            if (drawn >= 0 && drawn <= 1) {
                return drawn;
            }
        }
        throw new IllegalArgumentException(
                "A normal distribution of mean %s and deviation %s has next to nothing in [0, 1]"
                        .formatted(mean, deviation));
    }

    /** From a triangular distribution, by its inverse. */
    public double triangular(double low, double mode, double high) {
        double share = chance.nextDouble();
        double left = (mode - low) / (high - low);
        return share < left
                ? low + Math.sqrt(share * (high - low) * (mode - low))
                : high - Math.sqrt((1 - share) * (high - low) * (high - mode));
    }

    /** Puts numbers into an order that is equally likely as any other (Fisher and Yates). */
    public void shuffle(int[] numbers) {
        for (int last = numbers.length - 1; last > 0; last--) {
            int other = chance.nextInt(last + 1);
            int kept = numbers[last];
            numbers[last] = numbers[other];
            numbers[other] = kept;
        }
    }
}
