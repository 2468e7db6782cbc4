package io.clearway.simulation;

/**
 * What a vehicle's driver model still insists on when a speed is commanded from outside.
 *
 * @param safeSpeed not to run into the vehicle ahead
 * @param highestAcceleration not to gain speed faster than the vehicle can
 * @param highestDeceleration not to lose speed faster than the vehicle can
 * @param rightOfWay to give way at junctions
 * @param redLights to stop at red lights
 */
public record DriverChecks(
        boolean safeSpeed,
        boolean highestAcceleration,
        boolean highestDeceleration,
        boolean rightOfWay,
        boolean redLights) {
    /** All of them: what a simulator does by itself. */
    public static final DriverChecks ALL = new DriverChecks(true, true, true, true, true);
}
