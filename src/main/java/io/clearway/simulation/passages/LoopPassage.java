package io.clearway.simulation.passages;

/**
 * A vehicle that came onto a watched place, or left it.
 *
 * @param seconds simulated time, between the steps too
 * @param place number of the place among those watched
 * @param vehicle id of the vehicle
 * @param enters whether its front came onto the place; else its rear left it
 */
public record LoopPassage(double seconds, int place, String vehicle, boolean enters) {}
