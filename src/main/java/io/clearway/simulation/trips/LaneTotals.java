package io.clearway.simulation.trips;

/**
 * Totals of a lane over a simulation.
 *
 * @param timeLossSeconds lost by all vehicles on it against driving at their desired speed
 * @param waitingSeconds stood by all vehicles on it
 * @param left vehicles that drove off its end or to another lane's end, lane changes not counted
 */
public record LaneTotals(double timeLossSeconds, double waitingSeconds, int left) {
    /** Of a lane that nobody used. */
    public static final LaneTotals UNUSED = new LaneTotals(0, 0, 0);
}
