package io.clearway.simulation.trips;

/**
 * A vehicle that came onto a recording loop, or left it.
 *
 * @param seconds simulated time, between the steps too
 * @param loop place in the list of recording loops that the simulation was set up with
 * @param vehicle id of the vehicle
 * @param enters whether its front came onto the loop; else its rear left it
 */
public record LoopPassage(double seconds, int loop, String vehicle, boolean enters) {}
