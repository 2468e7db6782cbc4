package io.clearway.simulation.passages;

/**
 * Somebody begins to wait at a crossing, or the last who waited there has gone.
 *
 * @param seconds simulated time
 * @param place number of the crossing among those watched
 * @param waiting whether somebody waits from now on
 */
public record CrossingWait(double seconds, int place, boolean waiting) {}
