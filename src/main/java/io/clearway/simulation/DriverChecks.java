package io.clearway.simulation;

/**
 * Checks that a vehicle's car-following model still applies to a speed that is set from outside.
 *
 * @param safeSpeed keeps a safe distance to the vehicle ahead
 * @param highestAcceleration limits the acceleration to the vehicle's own
 * @param highestDeceleration limits the deceleration to the vehicle's own
 * @param rightOfWay yields at junctions
 * @param redLights stops at red lights
 */
public record DriverChecks(
        boolean safeSpeed,
        boolean highestAcceleration,
        boolean highestDeceleration,
        boolean rightOfWay,
        boolean redLights) {
    /** All of them, a simulator's default. */
    public static final DriverChecks ALL = new DriverChecks(true, true, true, true, true);
}
