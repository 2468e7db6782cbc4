package io.clearway.deployments.logging;

import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the simulated time that a log lacks, and tells it in whole seconds. For any thread; whatever the one who is
 * told does, neither the drive nor the log ends by it.
 */
final class LostSeconds {
    private static final Logger LOG = LoggerFactory.getLogger(LostSeconds.class);
    /** Far less than a step, far more than rounding. */
    private static final double ROUNDING = 1e-6;

    private final LongConsumer receiver;
    private double untold;
    private volatile boolean failing;

    LostSeconds(LongConsumer receiver) {
        this.receiver = receiver;
    }

    void add(double seconds) {
        long whole = take(seconds);
        if (whole == 0) {
            return;
        }
        try {
            receiver.accept(whole);
            failing = false;
        } catch (RuntimeException failed) {
            // once: it may go on so every second
            if (!failing) {
                LOG.warn("That an event log lacks {} s cannot be told: {}", whole, failed.toString());
            }
            failing = true;
        }
    }

    private synchronized long take(double seconds) {
        untold += seconds;
        long whole = (long) (untold + ROUNDING);
        untold = Math.max(0, untold - whole);
        return whole;
    }
}
