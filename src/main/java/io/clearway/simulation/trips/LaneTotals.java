package io.clearway.simulation.trips;

/**
 * Totals of a lane over a simulation.
 *
 * @param timeLossSeconds lost by all vehicles on it against driving at their desired speed
 * @param waitingSeconds stood by all vehicles on it
 * @param left vehicles that drove off its end or to another lane's end, lane changes not counted
 * @param halts how often a vehicle's speed fell below 0.1 m/s on it; not a number where that was not counted
 */
public record LaneTotals(double timeLossSeconds, double waitingSeconds, int left, double halts) {
    /** Of a lane that nobody used. */
    public static final LaneTotals UNUSED = new LaneTotals(0, 0, 0, 0);

    /** Totals without halts. */
    public LaneTotals(double timeLossSeconds, double waitingSeconds, int left) {
        this(timeLossSeconds, waitingSeconds, left, Double.NaN);
    }

    /** The same with halts. */
    public LaneTotals withHalts(double counted) {
        return new LaneTotals(timeLossSeconds, waitingSeconds, left, counted);
    }
}
