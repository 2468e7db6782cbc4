package io.clearway.metric;

/**
 * Measures of trips, those included that had not ended or not begun when the simulation ended.
 *
 * @param counts how many trips
 * @param times means over the trips
 * @param delay percentiles of the delay of a trip
 * @param emissions of all trips together
 */
public record TripMeasures(TripCounts counts, TripTimes times, DelayPercentiles delay, Emissions emissions) {
    /** Of no trip. */
    public static final TripMeasures NONE = new TripMeasures(
            new TripCounts(0, 0, 0),
            new TripTimes(0, 0, 0, 0, 0),
            new DelayPercentiles(0, 0, 0),
            Emissions.NOT_RECORDED);

    /**
     * Numbers of trips.
     *
     * @param due whose departure time was reached
     * @param arrived that ended at their destination
     * @param notInserted that still waited to enter the network
     */
    public record TripCounts(int due, int arrived, int notInserted) {}

    /**
     * Means over all due trips.
     *
     * @param delaySeconds time loss and departure delay; of those not inserted the time they have waited to be (RESCO's
     *     average delay)
     * @param timeLossSeconds against driving at the desired speed, in the network
     * @param travelSeconds LibSignal's average travel time: duration of the trips that ended; of the others the time
     *     since they were due
     * @param waitingSeconds standing in the network, involuntarily
     * @param stops number of involuntary stops
     */
    public record TripTimes(
            double delaySeconds, double timeLossSeconds, double travelSeconds, double waitingSeconds, double stops) {}

    /** Delay, as in {@link TripTimes}, that half, 85 % and 95 % of the trips do not exceed, in seconds. */
    public record DelayPercentiles(double median, double percentile85, double percentile95) {}

    /** Sums over the trips in kilograms, by the simulator's emission model; NaN where it was not asked. */
    public record Emissions(double fuelKilograms, double carbonDioxideKilograms) {
        /** Where the simulator was not asked for them. */
        public static final Emissions NOT_RECORDED = new Emissions(Double.NaN, Double.NaN);

        /** Whether the simulator was asked for them. */
        public boolean recorded() {
            return !Double.isNaN(carbonDioxideKilograms);
        }
    }
}
