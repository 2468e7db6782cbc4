package io.clearway.simulation;

/**
 * A detector that covers a section of a lane before its end, such as a camera or a chain of loops.
 *
 * @param id name, unique among detectors
 * @param lane lane it lies on
 * @param lengthMeters how far it reaches back from the lane's end; cut to the lane's length
 * @param gapMeters how far before the lane's end it stops
 */
public record LaneAreaDetector(String id, String lane, double lengthMeters, double gapMeters) {}
