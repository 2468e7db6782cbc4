package io.clearway.scenario.pandemic;

/**
 * Standardizes a value by a fixed mean and deviation, those of play at random; at most five deviations remain.
 *
 * @param mean of the value
 * @param deviation of the value, positive
 */
record Scale(double mean, double deviation) {
    private static final double LARGEST = 5;

    /** Of stages 0 to 4, equally likely. */
    static final Scale STAGE = new Scale(2, Math.sqrt(2));

    /** Of the share of contacts that the stages of Austin leave, equally likely. */
    static final Scale CONTACTS_LEFT = new Scale(0.7, 0.276);

    /** Of yes (1) and no (0). */
    static final Scale YES = new Scale(0.5, 0.5);

    /** Of numbers spread evenly from 0 to 1. */
    static final Scale EVEN = new Scale(0.5, Math.sqrt(1 / 12.0));

    /** The value in deviations from its mean. */
    float of(double value) {
        return (float) Math.max(-LARGEST, Math.min(LARGEST, (value - mean) / deviation));
    }
}
