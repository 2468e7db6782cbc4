package io.clearway.deployments;

/** Where a deployment stands. */
public enum DeploymentState {
    /** It is joining the simulation and comparing networks. */
    CONNECTING(false),
    /** The controller drives every signal. */
    DRIVING(false),
    /** At least one signal runs the fixed-time program because the controller failed, was late, or was unsafe. */
    FALLBACK(false),
    /** It was asked to stop, and leads every signal back to its program. */
    RELEASING(false),
    /** The simulation came to its end, or to the end of the time asked for. */
    ENDED(true),
    /** It could not go on; the message says why. */
    FAILED(true),
    /** Every signal was handed back as asked. */
    RELEASED(true);

    private final boolean over;

    DeploymentState(boolean over) {
        this.over = over;
    }

    /** Whether nothing follows. */
    public boolean over() {
        return over;
    }
}
