package io.clearway.signal;

import java.util.function.IntPredicate;

/** For how long each movement of a signal has been waited for in vain, as far as one looks. */
public final class WaitClock {
    private final double[] waited;
    private double now = Double.NaN;

    /**
     * A clock at which nobody has waited yet.
     *
     * @param movements number of signal indices
     */
    public WaitClock(int movements) {
        this.waited = new double[movements];
    }

    /**
     * Takes in a look at the signal.
     *
     * @param seconds simulated or real time, never earlier than at the look before
     * @param green which movements have green, by signal index
     * @param waitedFor before which of them somebody stands
     */
    public void observe(double seconds, IntPredicate green, IntPredicate waitedFor) {
        if (seconds < now) {
            throw new IllegalArgumentException("A look at %s s does not follow one at %s s".formatted(seconds, now));
        }
        double elapsed = Double.isNaN(now) ? 0 : seconds - now;
        for (int index = 0; index < waited.length; index++) {
            waited[index] = green.test(index) || !waitedFor.test(index) ? 0 : waited[index] + elapsed;
        }
        now = seconds;
    }

    /** Seconds for which somebody has stood before a movement without green; 0 where nobody stands. */
    public double waitedSeconds(int index) {
        return waited[index];
    }
}
