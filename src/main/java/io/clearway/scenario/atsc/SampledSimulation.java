package io.clearway.scenario.atsc;

import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficSimulation;
import java.util.Map;

/**
 * A simulation whose traffic is counted and, every second or at decisions, sampled while it advances.
 *
 * @param stepSeconds of the simulation
 * @param observer sees each sample
 */
record SampledSimulation(
        TrafficSimulation simulation,
        SamplingMode sampling,
        double stepSeconds,
        EpisodeMetrics metrics,
        EpisodeObserver observer) {

    /** Advances to a time at which nothing is read unless every second is. */
    void pass(Map<String, String> states, double from, double until) {
        if (sampling == SamplingMode.DECISIONS) {
            metrics.count(simulation.advanceCounting(states, until));
        } else {
            advance(states, from, until);
        }
    }

    /** Advances under these states of the lights; the readings at the end. */
    Readings advance(Map<String, String> states, double from, double until) {
        if (sampling == SamplingMode.DECISIONS) {
            return counted(simulation.advance(states, until));
        }
        Readings readings = sampled(simulation.advance(states, from + stepSeconds));
        long steps = Math.round((until - from) / stepSeconds);
        for (int step = 2; step <= steps; step++) {
            readings = sampled(simulation.advance(Map.of(), from + step * stepSeconds));
        }
        return readings;
    }

    private Readings counted(Readings readings) {
        metrics.count(readings.counts());
        return readings;
    }

    private Readings sampled(Readings readings) {
        observer.sample(readings, metrics.sample(readings));
        return counted(readings);
    }
}
