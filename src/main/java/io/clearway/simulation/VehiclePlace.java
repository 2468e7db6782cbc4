package io.clearway.simulation;

/**
 * Where a vehicle is, for drawing it.
 *
 * @param id name of the vehicle in its simulation
 * @param xMeters of its front, in the network's own coordinates
 * @param yMeters of its front
 * @param headingDegrees where it drives to: 0 is up, 90 is right
 * @param speedMetersPerSecond its speed
 */
public record VehiclePlace(
        String id, double xMeters, double yMeters, double headingDegrees, double speedMetersPerSecond) {}
