package io.clearway.simulation;

/**
 * A vehicle that came onto a recording loop, or left it.
 *
 * @param seconds simulated time, between the steps too
 * @param loop place in {@link AdditionalElements#recordingLoops}
 * @param vehicle id of the vehicle
 * @param enters whether its front came onto the loop; else its rear left it
 */
public record LoopPassage(double seconds, int loop, String vehicle, boolean enters) {}
