package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.sensing.SignalReadings;

/** Gives green to the phase with the most vehicles on the detectors of its green links (Chu et al. 2020, baseline). */
record Greedy() implements PhaseRule {
    @Override
    public int choose(SignalReadings readings, boolean[] legal) {
        return PhaseRule.best(
                readings,
                legal,
                phase -> readings.signal().links().stream()
                        .filter(link -> phase.isGreen(link.index()))
                        .mapToDouble(link -> readings.vehiclesOnDetector(link.from()))
                        .sum());
    }
}
