package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.signal.Phase;

/**
 * Gives green to the phase of the highest pressure, after a minimum hold: Σ over its green links of max(0, density
 * before − density behind), a link that has to give way counting half (Varaiya 2013; the hold limits the share of
 * yellow).
 *
 * @param hold how long a phase is held at least
 */
record MaxPressure(Hold hold) implements ScoringRule {
    @Override
    public double score(Phase phase, SignalReadings readings) {
        return readings.pressure(phase);
    }
}
