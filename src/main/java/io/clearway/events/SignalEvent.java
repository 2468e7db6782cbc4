package io.clearway.events;

/**
 * Something that happened at a signal.
 *
 * @param tenths when, in tenths of a second of simulated time: the resolution of the enumerations
 * @param code number of an {@link EventCode}, or another one of the enumerations
 * @param parameter what it happened to, by its code
 */
public record SignalEvent(long tenths, int code, int parameter) {
    /** Tenths in a second. */
    public static final int TENTHS_PER_SECOND = 10;

    private static final double ROUNDING = 1e-6;

    /** One of these codes. */
    public static SignalEvent of(long tenths, EventCode code, int parameter) {
        return new SignalEvent(tenths, code.number(), parameter);
    }

    /** The tenth of a second that a time lies in. */
    public static long tenths(double seconds) {
        return (long) Math.floor(seconds * TENTHS_PER_SECOND + ROUNDING);
    }

    /** Whether it has this code. */
    public boolean is(EventCode other) {
        return code == other.number();
    }
}
