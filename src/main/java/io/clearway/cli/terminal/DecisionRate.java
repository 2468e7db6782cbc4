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
    /** What all decisions would have taken at this pace. */
    public Duration asFromTheStart() {
        return Duration.ofNanos((long) (spent.toNanos() * ((double) now / Math.max(1, now - before))));
    }

    /** {@code 210 decisions/s}; nothing before there is a pace. */
    public String text() {
        double seconds = spent.toNanos() / 1e9;
        return now <= before || seconds <= 0
                ? ""
                : String.format(Locale.ROOT, "  %.0f decisions/s", (now - before) / seconds);
    }
}
