package io.clearway.metric;

/**
 * What vehicles lose at a signal.
 *
 * @param vehicles that passed the stop line
 * @param lostSeconds time lost before and on the junction by all vehicles together, also by those that still wait
 */
public record ControlDelay(double vehicles, double lostSeconds) {
    /** Control delay in seconds per vehicle that passed; infinite where time was lost and nobody passed. */
    public double secondsPerVehicle() {
        return lostSeconds == 0 ? 0 : lostSeconds / vehicles;
    }

    /** Its grade. */
    public LevelOfService level() {
        return LevelOfService.of(secondsPerVehicle());
    }
}
