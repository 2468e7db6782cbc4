package io.clearway.deployments.control;

/** Who decides what a signal shows, and for what reason. */
public enum ControlMode {
    /** The deployment's controller. */
    CONTROLLER(false),
    /** Fixed time, until the signal shows a green that the controller can take over from. */
    FIXED_TIME_TAKING_OVER(false),
    /** Fixed time, since the controller did not answer within its deadline. */
    FIXED_TIME_LATE(true),
    /** Fixed time, since the controller threw an exception. */
    FIXED_TIME_FAILED(true),
    /** Fixed time, since the controller chose what is no legal action of this signal. */
    FIXED_TIME_ILLEGAL_ACTION(true),
    /** Fixed time, since the signal's sensors gave no usable numbers. */
    FIXED_TIME_BAD_READING(true),
    /** Fixed time for good, since what the signal showed was in conflict or not what was ordered. */
    FIXED_TIME_MONITOR_TRIPPED(true),
    /** Fixed time, on the way back to the network's own program. */
    FIXED_TIME_RELEASING(false);

    private final boolean fault;

    ControlMode(boolean fault) {
        this.fault = fault;
    }

    /** Whether something went wrong. */
    public boolean fault() {
        return fault;
    }

    /** Whether good decisions lead back to the controller. */
    public boolean recovers() {
        return this != FIXED_TIME_MONITOR_TRIPPED && this != FIXED_TIME_RELEASING;
    }
}
