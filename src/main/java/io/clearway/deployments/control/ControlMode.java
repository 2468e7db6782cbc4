package io.clearway.deployments.control;

/** Who decides what a signal shows, and for what reason. */
public enum ControlMode {
    /** The deployment's controller. */
    CONTROLLER(false),
    /** Fixed time, until the signal shows a green that the controller can take over from. */
    FIXED_TIME_TAKING_OVER(false),
    /** Fixed time, since the controller did not respond within its deadline. */
    FIXED_TIME_LATE(true),
    /** Fixed time, since the controller threw an exception. */
    FIXED_TIME_FAILED(true),
    /** Fixed time, since the controller chose an action that is not legal for this signal. */
    FIXED_TIME_ILLEGAL_ACTION(true),
    /** Fixed time, since a sensor of the signal gave no finite number. */
    FIXED_TIME_BAD_READING(true),
    /**
     * Fixed time for the rest of the deployment, since the signal showed a conflict, or a state that was not commanded.
     */
    FIXED_TIME_MONITOR_TRIPPED(true),
    /** Fixed time, on the way back to the network's own program. */
    FIXED_TIME_RELEASING(false);

    private final boolean fault;

    ControlMode(boolean fault) {
        this.fault = fault;
    }

    /** Whether it is a fallback because of a fault. */
    public boolean fault() {
        return fault;
    }

    /** Whether good decisions lead back to the controller. */
    public boolean recovers() {
        return this != FIXED_TIME_MONITOR_TRIPPED && this != FIXED_TIME_RELEASING;
    }
}
