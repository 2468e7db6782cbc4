package io.clearway.simulation;

/**
 * One vehicle at one moment.
 *
 * @param lane lane that its front is on, which may lie inside a junction
 * @param positionMeters how far its front has come on that lane
 * @param speedMetersPerSecond its speed
 */
public record VehicleState(String lane, double positionMeters, double speedMetersPerSecond) {}
