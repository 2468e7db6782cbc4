package io.clearway.metric;

/**
 * Travel along a corridor in one direction, by the vehicles that drove all of it.
 *
 * @param corridor its name
 * @param direction from where to where
 * @param way what is driven
 * @param counts of vehicles
 * @param times travel times
 * @param stopsPerVehicle halts per vehicle: how often its speed fell below 0.1 m/s
 * @param throughBandShare share of time in which a vehicle that sets out at the first stop line at the speed limit
 *     meets green at all others; not a number where signals were not seen
 * @see <a href="https://ops.fhwa.dot.gov/publications/tt_reliability/TTR_Report.htm">FHWA 2006, Travel Time
 *     Reliability: Making It There On Time, All The Time</a>
 */
public record CorridorMeasures(
        String corridor,
        String direction,
        Way way,
        Counts counts,
        Times times,
        double stopsPerVehicle,
        double throughBandShare) {
    private static final double METERS_PER_KILOMETER = 1000;

    /**
     * What is driven.
     *
     * @param lengthMeters from the stop line before the first road to the stop line of the last
     * @param freeFlowSeconds travel time at the speed limit
     */
    public record Way(double lengthMeters, double freeFlowSeconds) {}

    /**
     * Vehicles.
     *
     * @param passed drove all of it
     * @param underway were on it when the simulation ended, and would have driven all of it
     */
    public record Counts(int passed, int underway) {}

    /**
     * Travel times in seconds; not numbers where nobody passed. A percentile is the shortest time that this share of
     * the vehicles does not exceed.
     */
    public record Times(double mean, double median, double percentile85, double percentile95) {
        /** Of nobody. */
        public static final Times NONE = new Times(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Mean travel time per length, in seconds per kilometer. */
    public double secondsPerKilometer() {
        return times.mean() * METERS_PER_KILOMETER / way.lengthMeters();
    }

    /** Mean travel time over that at the speed limit. */
    public double travelTimeIndex() {
        return times.mean() / way.freeFlowSeconds();
    }

    /** Time to allow for beyond the mean so as to be late once in twenty, over the mean. */
    public double bufferIndex() {
        return (times.percentile95() - times.mean()) / times.mean();
    }

    /** Time to allow for so as to be late once in twenty, over that at the speed limit. */
    public double planningTimeIndex() {
        return times.percentile95() / way.freeFlowSeconds();
    }
}
