package io.clearway.deployments;

/** State of a deployment. */
public enum DeploymentState {
    /** Connecting to the simulation and comparing networks. */
    CONNECTING(false),
    /** No signal is in fallback. */
    DRIVING(false),
    /** At least one signal runs the fixed-time program because the controller failed, was late, or was unsafe. */
    FALLBACK(false),
    /** Returning every signal to its program, after a request to stop or at the end. */
    RELEASING(false),
    /** The simulation reached its end, or the requested one. */
    ENDED(true),
    /** Ended by an error, which the message gives. */
    FAILED(true),
    /** Every signal was released as requested. */
    RELEASED(true);

    private final boolean over;

    DeploymentState(boolean over) {
        this.over = over;
    }

    /** Whether it is final. */
    public boolean over() {
        return over;
    }
}
