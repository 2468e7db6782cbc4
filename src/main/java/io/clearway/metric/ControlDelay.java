package io.clearway.metric;

/**
 * What vehicles lose at a signal.
 *
 * @param vehicles that passed the stop line
 * @param lostSeconds time lost before and on the junction by all vehicles together, also by those that still wait
 * @param halts how often vehicles halted there, all together; not a number where that was not counted
 */
public record ControlDelay(double vehicles, double lostSeconds, double halts) {
    /** One of which halts were not counted. */
    public ControlDelay(double vehicles, double lostSeconds) {
        this(vehicles, lostSeconds, Double.NaN);
    }

    /** Control delay in seconds per vehicle that passed; infinite where time was lost and nobody passed. */
    public double secondsPerVehicle() {
        return lostSeconds == 0 ? 0 : lostSeconds / vehicles;
    }

    /** Stops per vehicle that passed; infinite where somebody halted and nobody passed. */
    public double stopsPerVehicle() {
        return halts == 0 ? 0 : halts / vehicles;
    }

    /** Its grade. */
    public LevelOfService level() {
        return LevelOfService.of(secondsPerVehicle());
    }
}
