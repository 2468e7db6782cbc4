package io.clearway.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wall-clock time of the parts of the demo. */
final class Stopwatch {
    private final long began = System.nanoTime();
    private final Map<String, Double> laps = new LinkedHashMap<>();
    private long last = began;

    /** Ends a part and begins the next. */
    void lap(String part) {
        long now = System.nanoTime();
        laps.put(part, (now - last) / 1e9);
        last = now;
    }

    /** Seconds by part. */
    Map<String, Double> laps() {
        return laps;
    }

    /** Since the beginning. */
    Duration total() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Since the last part ended. */
    Duration lapSoFar() {
        return Duration.ofNanos(System.nanoTime() - last);
    }
}
