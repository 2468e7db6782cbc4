package io.clearway.cli.terminal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wall-clock time of the parts of a command. */
public final class Stopwatch {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long began = System.nanoTime();
    private final Map<String, Double> laps = new LinkedHashMap<>();
    private long last = began;

    /** Ends a part and begins the next. */
    public void lap(String part) {
        long now = System.nanoTime();
        laps.put(part, (now - last) / NANOS_PER_SECOND);
        last = now;
    }

    /** Seconds by part. */
    public Map<String, Double> laps() {
        return laps;
    }

    /** Since the beginning. */
    public Duration total() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Since the last part ended. */
    public Duration lapSoFar() {
        return Duration.ofNanos(System.nanoTime() - last);
    }
}
