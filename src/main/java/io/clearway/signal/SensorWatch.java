package io.clearway.signal;

import java.util.function.IntPredicate;

/**
 * Which sensors of a signal may be dead, from what they have reported: one that has been silent for as long as it used
 * to take for several calls. Whoever comes rarely is not missed as early, and whom a sensor has never reported is
 * looked for now and then.
 */
final class SensorWatch {
    /** So many calls missing, at the rate so far, hardly happen by chance: e⁻⁵ &lt; 1 % for random arrivals. */
    private static final double MISSED_CALLS = 5;
    /** A movement is not left for longer than this many times its maximum red, whatever its sensor says. */
    private static final double LONGEST = 4;

    private final int[] calls;
    /** Seconds in which a call could have come, but for those in which the sensor seemed dead. */
    private final double[] listened;
    /** The same since the movement's red began. */
    private final double[] listening;

    private double now = Double.NaN;

    /** @param movements number of signal indices */
    SensorWatch(int movements) {
        this.calls = new int[movements];
        this.listened = new double[movements];
        this.listening = new double[movements];
    }

    /**
     * Adds an observation.
     *
     * @param seconds simulated or real time
     * @param isGreen which movements have green
     * @param isWaitedFor for which movements somebody is known, or assumed, to wait since before
     * @param hasWaiting for which movements the sensors report somebody
     */
    void observe(double seconds, IntPredicate isGreen, IntPredicate isWaitedFor, IntPredicate hasWaiting) {
        double elapsed = Double.isNaN(now) ? 0 : seconds - now;
        now = seconds;
        for (int index = 0; index < calls.length; index++) {
            if (isGreen.test(index)) {
                keep(index);
            } else if (isWaitedFor.test(index)) {
                listening[index] = 0;
            } else {
                listening[index] += elapsed;
                listen(index, hasWaiting.test(index));
            }
        }
    }

    private void listen(int index, boolean called) {
        if (called) {
            keep(index);
            calls[index]++;
        }
    }

    private void keep(int index) {
        listened[index] += listening[index];
        listening[index] = 0;
    }

    /** Whether a movement without a call has been red for so long that its sensor may be dead. */
    boolean isSuspect(int index, double redSeconds, double maximumRedSeconds) {
        double usual = calls[index] == 0 ? Double.POSITIVE_INFINITY : listened[index] / calls[index];
        double silent = Math.max(maximumRedSeconds, MISSED_CALLS * usual);
        return redSeconds >= Math.min(silent, LONGEST * maximumRedSeconds);
    }
}
