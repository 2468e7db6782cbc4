package io.clearway.deployments.performance;

import java.util.Map;

/**
 * What a drive's event log tells of its signals in its newest time.
 *
 * @param untilSeconds simulated time at which that ends
 * @param bySignal the figures of each signal that was asked for
 */
public record NewestFigures(double untilSeconds, Map<String, SignalFigures> bySignal) {
    public NewestFigures {
        bySignal = Map.copyOf(bySignal);
    }

    /**
     * Figures of all phases of a signal together.
     *
     * @param splitFailures greens that left vehicles behind
     * @param arrivalsOnGreen share of arrivals, from 0 to 1; not a number where nobody arrived
     */
    public record SignalFigures(int splitFailures, double arrivalsOnGreen) {}
}
