package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.sensing.SignalReadings;

/**
 * Gives green to the phase of the highest pressure, after a minimum hold: Σ over its green links of max(0, density
 * before − density behind), a link that has to give way counting half (Varaiya 2013; the hold limits the share of
 * yellow).
 *
 * @param holdSeconds how long a phase is held at least, its transition included
 */
record MaxPressure(double holdSeconds) implements PhaseRule {
    @Override
    public int choose(SignalReadings readings, boolean[] legal) {
        return PhaseRule.bestAfter(holdSeconds, readings, legal, readings::pressure);
    }
}
