package io.clearway.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * How fast decisions are taken by a process that did not take the first ones.
 *
 * @param before decisions when it began
 * @param now decisions by now
 * @param spent time since it began
 */
record Pace(int before, int now, Duration spent) {
    /** What all decisions would have taken at this pace. */
    Duration asFromTheStart() {
        return Duration.ofNanos((long) (spent.toNanos() * ((double) now / Math.max(1, now - before))));
    }

    /** {@code 210 decisions/s}; nothing before there is a pace. */
    String text() {
        double seconds = spent.toNanos() / 1e9;
        return now <= before || seconds <= 0
                ? ""
                : String.format(Locale.ROOT, "  %.0f decisions/s", (now - before) / seconds);
    }
}
