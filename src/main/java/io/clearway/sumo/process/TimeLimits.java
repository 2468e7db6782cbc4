package io.clearway.sumo.process;

import java.time.Duration;

/**
 * How long SUMO may take before it is killed.
 *
 * @param start from the process's start, or from connecting to a live simulation, to its first reply
 * @param answer for one message, however many simulated seconds it requests
 * @param stop for an orderly end, and again between SIGTERM and SIGKILL
 * @param convert for building a network
 */
public record TimeLimits(Duration start, Duration answer, Duration stop, Duration convert) {
    private static final Duration CONVERT = Duration.ofMinutes(5);

    public TimeLimits {
        for (Duration limit : new Duration[] {start, answer, stop, convert}) {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("A time limit must be longer than 0, not " + limit);
            }
        }
    }

    /** Limits that suffice for a city's network on a busy machine. */
    public static TimeLimits defaults() {
        return new TimeLimits(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(2), CONVERT);
    }
}
