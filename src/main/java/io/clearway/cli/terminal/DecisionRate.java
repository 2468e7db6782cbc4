package io.clearway.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/**
 * How fast decisions are taken by a process that did not take the first ones.
 *
 * @param before decisions when it began
 * @param now decisions by now
 * @param spent time since it began
 */
public record DecisionRate(int before, int now, Duration spent) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** What all decisions would have taken at this rate. */
    public Duration asFromTheStart() {
        return Duration.ofNanos((long) (spent.toNanos() * ((double) now / Math.max(1, now - before))));
    }

    /** {@code 210 decisions/s}; empty before there is a rate. */
    public String text() {
        double seconds = spent.toNanos() / NANOS_PER_SECOND;
        return now <= before || seconds <= 0
                ? ""
                : String.format(Locale.ROOT, "  %.0f decisions/s", (now - before) / seconds);
    }
}
