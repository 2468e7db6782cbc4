package io.clearway.deployments.control;

/** Who decides what a signal shows, and for what reason. */
public enum ControlMode {
    /** The deployment's controller. */
    CONTROLLER(Kind.AUTOMATIC),
    /** Fixed time, until the signal shows a green that the controller can take over from. */
    FIXED_TIME_TAKING_OVER(Kind.AUTOMATIC),
    /** Fixed time, since the controller did not answer within its deadline. */
    FIXED_TIME_LATE(Kind.PASSING_FAULT),
    /** Fixed time, since the controller threw an exception. */
    FIXED_TIME_FAILED(Kind.PASSING_FAULT),
    /** Fixed time, since the controller chose an action that is not legal for this signal. */
    FIXED_TIME_ILLEGAL_ACTION(Kind.PASSING_FAULT),
    /** Fixed time, since a sensor of the signal gave no finite number. */
    FIXED_TIME_BAD_READING(Kind.PASSING_FAULT),
    /** Fixed time until an operator resets the signal, since its monitor tripped or somebody else set it. */
    FIXED_TIME_MONITOR_TRIPPED(Kind.LATCHED_FAULT),
    /** Fixed time until an operator resets the signal, since Clearway's own control of it failed. */
    FIXED_TIME_ERROR(Kind.LATCHED_FAULT),
    /** A stage that an operator holds. */
    OPERATOR_HOLD(Kind.OPERATOR),
    /** Fixed time by order of an operator. */
    OPERATOR_FIXED_TIME(Kind.OPERATOR),
    /** Fixed time, on the way back to the network's own program. */
    FIXED_TIME_RELEASING(Kind.FINAL),
    /** The network's own program, which nobody overrides. */
    RELEASED(Kind.FINAL);

    private final Kind kind;

    ControlMode(Kind kind) {
        this.kind = kind;
    }

    private enum Kind {
        AUTOMATIC,
        PASSING_FAULT,
        LATCHED_FAULT,
        OPERATOR,
        FINAL
    }

    /** Whether it is a fallback because of a fault. */
    public boolean fault() {
        return kind == Kind.PASSING_FAULT || kind == Kind.LATCHED_FAULT;
    }

    /** Whether it stays until an operator resets the signal. */
    public boolean latched() {
        return kind == Kind.LATCHED_FAULT;
    }

    /** Whether good decisions lead back to the controller. */
    public boolean recovers() {
        return kind == Kind.AUTOMATIC || kind == Kind.PASSING_FAULT;
    }

    /** Whether the signal is on its way back to the network's own program, or there. */
    public boolean leaving() {
        return kind == Kind.FINAL;
    }
}
