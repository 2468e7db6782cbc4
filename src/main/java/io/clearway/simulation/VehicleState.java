package io.clearway.simulation;

/**
 * Position and speed of a vehicle at one moment.
 *
 * @param lane lane that its front is on, which may lie inside a junction
 * @param positionMeters position of its front on that lane
 * @param speedMetersPerSecond its speed
 */
public record VehicleState(String lane, double positionMeters, double speedMetersPerSecond) {}
