package io.clearway.deployments.control;

/** The mode of one signal: since when, why, and how often it fell back. Used by one thread at a time. */
final class ModeRecord {
    private ControlMode mode = ControlMode.FIXED_TIME_TAKING_OVER;
    private String reason = "takes over from the network's program at its next green";
    private double since;
    private int fallbacks;

    ModeRecord(double seconds) {
        this.since = seconds;
    }

    ControlMode now() {
        return mode;
    }

    boolean is(ControlMode other) {
        return mode == other;
    }

    void change(ControlMode to, String why, double seconds) {
        fallbacks += to.fault() && !mode.fault() ? 1 : 0;
        mode = to;
        reason = why;
        since = seconds;
    }

    /** Times it went to fixed time because of a fault. */
    int fallbacks() {
        return fallbacks;
    }

    ControlStatus status() {
        return new ControlStatus(mode, since, reason);
    }
}
