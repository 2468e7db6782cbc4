package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.SignalReadings;

/**
 * The network's own fixed-time program. Its steps need not fit the decisions, so it is evaluated with the control left
 * to the program ({@link AtscSettings#control}), where its choices change nothing. Where agents decide, it follows the
 * program as closely as decisions allow.
 */
record FixedTime() implements PhaseRule {
    @Override
    public int choose(SignalReadings readings, boolean[] legal) {
        ControlledSignal signal = readings.signal();
        String planned = signal.program().stateAt(readings.seconds() + readings.longestChangeSeconds());
        return PhaseRule.legalOr(signal.find(planned).orElse(readings.phase()), readings.phase(), legal);
    }
}
