package io.clearway.deployments.control;

/**
 * Something that an operator has to know of: a fault of one signal, or an order.
 *
 * @param seconds simulated time
 * @param light the signal
 * @param kind what happened
 * @param description in plain English, with the reason
 */
public record SignalEvent(double seconds, String light, Kind kind, String description) {
    /** What happened. */
    public enum Kind {
        /** The conflict monitor tripped. */
        MONITOR_TRIPPED,
        /** Somebody else set the signal. */
        OVERRIDDEN,
        /** Clearway's own control of the signal failed. */
        ERROR,
        /** A stage was requested out of the order that the owner demands; the next of the order comes instead. */
        OUT_OF_ORDER,
        /** An operator gave an order. */
        ORDER;

        /** Whether the signal runs fixed time because of it. */
        public boolean isFault() {
            return this == MONITOR_TRIPPED || this == OVERRIDDEN || this == ERROR;
        }
    }
}
