package io.clearway.simulation;

/**
 * Position of a vehicle, for drawing it.
 *
 * @param id name of the vehicle in its simulation
 * @param xMeters of its front, in the network's own coordinates
 * @param yMeters of its front
 * @param headingDegrees its direction: 0 is north, 90 is east
 * @param speedMetersPerSecond its speed
 */
public record VehiclePosition(
        String id, double xMeters, double yMeters, double headingDegrees, double speedMetersPerSecond) {}
