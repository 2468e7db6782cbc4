package io.clearway.experiment.statistics;

/**
 * An estimate with the ends of its 95 % interval, in the unit of what is estimated.
 *
 * @param estimate from all measurements
 * @param lower lower end
 * @param upper upper end
 */
public record Interval(double estimate, double lower, double upper) {}
