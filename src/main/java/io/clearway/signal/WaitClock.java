package io.clearway.signal;

import java.util.function.IntPredicate;

/**
 * How long somebody has been waiting for green at each movement of a signal, from observations. Who has been seen
 * waiting once counts until the movement has green, as a call does that a controller keeps: a vehicle that moves up, or
 * that a detector loses, does not begin anew.
 */
public final class WaitClock {
    private final double[] waited;
    private final double[] red;
    private double now = Double.NaN;

    /**
     * A clock without waiting vehicles.
     *
     * @param movements number of signal indices
     */
    public WaitClock(int movements) {
        this.waited = new double[movements];
        this.red = new double[movements];
    }

    /**
     * Adds an observation of the signal.
     *
     * @param seconds simulated or real time, never earlier than the observation before
     * @param green which movements have green, by signal index
     * @param hasWaiting for which of them somebody waits
     */
    public void observe(double seconds, IntPredicate green, IntPredicate hasWaiting) {
        if (seconds < now) {
            throw new IllegalArgumentException(
                    "An observation at %s s does not follow one at %s s".formatted(seconds, now));
        }
        double elapsed = Double.isNaN(now) ? 0 : seconds - now;
        for (int index = 0; index < waited.length; index++) {
            red[index] = green.test(index) ? 0 : red[index] + elapsed;
            boolean called = waited[index] > 0 || hasWaiting.test(index);
            waited[index] = green.test(index) || !called ? 0 : waited[index] + elapsed;
        }
        now = seconds;
    }

    /** Seconds for which a movement has not had green, whether anybody waits or not. */
    double redSeconds(int index) {
        return red[index];
    }

    /** Seconds for which somebody has waited at a movement without green; 0 where nobody waits. */
    public double waitedSeconds(int index) {
        return waited[index];
    }
}
