package io.clearway.sumo.process;

import java.time.Duration;

/**
 * How long SUMO may take before it is given up and killed.
 *
 * @param start from the process's start, or from knocking at a live simulation, to its first answer
 * @param answer for one message, however many simulated seconds it asks for
 * @param stop for an orderly end, and again between SIGTERM and SIGKILL
 * @param convert for building a network
 */
public record TimeLimits(Duration start, Duration answer, Duration stop, Duration convert) {
    public TimeLimits {
        for (Duration limit : new Duration[] {start, answer, stop, convert}) {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("A time limit must be longer than 0, not " + limit);
            }
        }
    }

    /** Limits that leave room for a city's network on a busy machine. */
    public static TimeLimits defaults() {
        return new TimeLimits(
                Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofMinutes(5));
    }
}
