package io.clearway.scenario.power.distribution;

import java.util.SplittableRandom;

/** A number that wanders about 0: a first-order autoregressive process that starts in its steady state. */
final class Wander {
    private final double deviation;
    private final double kept;
    private double value;

    /**
     * @param deviation standard deviation of its values
     * @param steps in which its correlation falls to 1/e
     */
    Wander(double deviation, double steps, SplittableRandom chance) {
        this.deviation = deviation;
        this.kept = Math.exp(-1 / steps);
        this.value = deviation * chance.nextGaussian();
    }

    /** Its value now. */
    double value() {
        return value;
    }

    /** Goes one step on. */
    void move(SplittableRandom chance) {
        value = kept * value + Math.sqrt(1 - kept * kept) * deviation * chance.nextGaussian();
    }
}
