package io.clearway.signal;

import java.util.function.IntPredicate;

/** How long vehicles have been waiting at each movement of a signal, from observations. */
public final class WaitClock {
    private final double[] waited;
    private double now = Double.NaN;

    /**
     * A clock without waiting vehicles.
     *
     * @param movements number of signal indices
     */
    public WaitClock(int movements) {
        this.waited = new double[movements];
    }

    /**
     * Adds an observation of the signal.
     *
     * @param seconds simulated or real time, never earlier than the observation before
     * @param green which movements have green, by signal index
     * @param hasWaiting which of them have waiting vehicles
     */
    public void observe(double seconds, IntPredicate green, IntPredicate hasWaiting) {
        if (seconds < now) {
            throw new IllegalArgumentException(
                    "An observation at %s s does not follow one at %s s".formatted(seconds, now));
        }
        double elapsed = Double.isNaN(now) ? 0 : seconds - now;
        for (int index = 0; index < waited.length; index++) {
            waited[index] = green.test(index) || !hasWaiting.test(index) ? 0 : waited[index] + elapsed;
        }
        now = seconds;
    }

    /** Seconds for which vehicles have waited at a movement without green; 0 where none waits. */
    public double waitedSeconds(int index) {
        return waited[index];
    }
}
