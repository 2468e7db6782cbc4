package io.clearway.simulation.trips;

/**
 * Where a vehicle is after a step.
 *
 * @param seconds simulated time of the step
 * @param vehicle its id
 * @param lane lane of its front; inside a junction one of the junction
 * @param meters of its front from the beginning of the lane
 * @param speedMetersPerSecond of the vehicle
 */
public record RoadPosition(double seconds, String vehicle, String lane, double meters, double speedMetersPerSecond) {}
