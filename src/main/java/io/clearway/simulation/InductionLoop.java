package io.clearway.simulation;

/**
 * An induction loop, which detects the vehicles above it.
 *
 * @param id name, unique among loops
 * @param lane lane it lies on
 * @param metersToEnd how far before the lane's end it lies; cut to the lane's length
 */
public record InductionLoop(String id, String lane, double metersToEnd) {}
