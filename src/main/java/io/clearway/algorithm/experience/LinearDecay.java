package io.clearway.algorithm.experience;

/**
 * A number that falls, or rises, linearly with the decisions lived through and then stays, such as the ε of ε-greedy
 * exploration.
 *
 * @param first value before the first decision
 * @param last value from {@code decisions} on
 * @param decisions over which it changes; 0: it is the last value at once
 */
public record LinearDecay(double first, double last, int decisions) {
    /** The value after some decisions. */
    public double at(long lived) {
        return lived >= decisions ? last : first + (last - first) * lived / decisions;
    }
}
