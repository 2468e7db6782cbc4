package io.clearway.scenario.atsc.sensing;

import io.clearway.signal.Phase;

/** How much a rule prefers each stage of a signal. */
public interface StagePreference {
    /** Score of a stage; the highest one is chosen. */
    double score(Phase stage, SignalReadings readings);

    /** Whether the shown stage is held, whatever the scores are. */
    boolean holds(SignalReadings readings);
}
