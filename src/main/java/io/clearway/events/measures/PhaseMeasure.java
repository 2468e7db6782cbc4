package io.clearway.events.measures;

import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite.Detector;

/**
 * Something measured at one phase, from what happens there in the order of time. Times are tenths of a second. What a
 * phase shows changes before detectors of the same moment are seen.
 */
interface PhaseMeasure {
    /** What a phase shows. */
    enum Display {
        GREEN,
        YELLOW,
        RED
    }

    /** The phase shows something else from now on; it is red before the first call. */
    default void shows(Display display, long tenths) {}

    /** A detector of the phase goes on or off. */
    default void detects(Detector detector, boolean on, long tenths) {}

    /** Any event whose parameter is the phase. */
    default void happens(SignalEvent event) {}

    /** The log ends. */
    default void ends(long tenths) {}
}
