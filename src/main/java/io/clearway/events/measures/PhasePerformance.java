package io.clearway.events.measures;

import java.util.Map;

/**
 * The measures of one phase; not a number where something cannot be measured.
 *
 * @param phase number
 * @param volume what it serves
 * @param progression how its arrivals meet it
 * @param splits how its green time is used
 * @param terminations why its greens end
 * @param pedestrians how long they wait; of phases of vehicles nothing
 */
public record PhasePerformance(
        int phase,
        Volume volume,
        Progression progression,
        Splits splits,
        Terminations terminations,
        Pedestrians pedestrians) {
    /**
     * Traffic over the stop line.
     *
     * @param vehicles counted
     * @param perHour the same per hour
     * @param turns by directions of the lanes
     * @param yellow those on yellow
     * @param red those on red
     * @param toCapacity v/c
     */
    public record Volume(
            int vehicles, double perHour, Map<String, Integer> turns, int yellow, int red, double toCapacity) {
        public Volume {
            turns = Map.copyOf(turns);
        }
    }

    /**
     * Arrivals.
     *
     * @param arrivals in all
     * @param onGreen share from 0 to 1
     * @param platoonRatio see {@link ArrivalsOnGreen}
     */
    public record Progression(int arrivals, double onGreen, double platoonRatio) {}

    /**
     * Greens and splits.
     *
     * @param count of splits
     * @param greenSeconds in all
     * @param meanSeconds of a split
     * @param percentile85Seconds of the splits
     * @param failures greens that left vehicles behind
     * @param utilization see {@link GreenUtilization}
     */
    public record Splits(
            int count,
            double greenSeconds,
            double meanSeconds,
            double percentile85Seconds,
            Failures failures,
            double utilization) {}

    /**
     * Split failures.
     *
     * @param cycles whole ones
     * @param failed among them
     * @param greenOccupancy mean GOR, from 0 to 1
     * @param redOccupancy mean ROR5, from 0 to 1
     */
    public record Failures(int cycles, int failed, double greenOccupancy, double redOccupancy) {}

    /**
     * Delay of pedestrians, from call to walk.
     *
     * @param walks those that were called
     * @param meanDelaySeconds over these walks
     * @param longestDelaySeconds of them
     */
    public record Pedestrians(int walks, double meanDelaySeconds, double longestDelaySeconds) {}

    /** Greens by why they ended. */
    public record Terminations(int gapOuts, int maxOuts, int forceOffs) {}
}
