package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.sensing.SignalReadings;

/** How long a rule holds a phase at least, the change to it included, while anybody uses its green. */
@FunctionalInterface
interface Hold {
    /** In seconds, for the phase that a signal shows. */
    double seconds(SignalReadings readings);

    /** The same for every signal, whatever its changes take. */
    static Hold of(double seconds) {
        return readings -> seconds;
    }

    /**
     * Long enough that changes take no more than a part of the time.
     *
     * @param shortest seconds where changes are short
     * @param changes as many times the longest change from the phase
     */
    static Hold byChanges(double shortest, double changes) {
        return readings -> Math.max(shortest, changes * readings.longestChangeSeconds());
    }
}
