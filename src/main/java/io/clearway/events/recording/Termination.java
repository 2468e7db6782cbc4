package io.clearway.events.recording;

import io.clearway.events.EventCode;

/** Why the greens of a signal end. */
@FunctionalInterface
public interface Termination {
    /** The plan or the controller ends them. */
    Termination FORCE_OFF = (state, tenths) -> EventCode.PHASE_FORCE_OFF;

    /**
     * One of gap out, max out and force off.
     *
     * @param state that was shown
     * @param tenths for how long, in tenths of a second
     */
    EventCode reason(String state, long tenths);
}
