package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.scenario.atsc.sensing.StagePreference;
import java.util.stream.IntStream;

/** A rule that chooses the phase of the highest score, after the shown one was held for a while. */
interface ScoringRule extends PhaseRule, StagePreference {
    /** How long a phase is held at least. */
    Hold hold();

    /** While it has vehicles and is younger than the hold. */
    @Override
    default boolean holds(SignalReadings readings) {
        return readings.heldSeconds() < hold().seconds(readings) && servesAnybody(readings);
    }

    @Override
    default int choose(SignalReadings readings, boolean[] legal) {
        boolean holds = legal[readings.phase()] && holds(readings);
        return holds ? readings.phase() : PhaseRule.best(readings, legal, phase -> score(phase, readings));
    }

    private static boolean servesAnybody(SignalReadings readings) {
        return IntStream.range(0, readings.signal().incoming().size())
                .anyMatch(
                        lane -> readings.vehicles(lane) > 0 && readings.signal().serves(readings.phase(), lane));
    }
}
