package io.clearway.deployments.performance;

/** A deployment has no event log that its signals could be measured from, or none yet. */
public final class NoEventLog extends RuntimeException {
    private final boolean asked;

    private NoEventLog(String message, boolean asked) {
        super(message);
        this.asked = asked;
    }

    /** Of a deployment that keeps none. */
    static NoEventLog notAskedFor() {
        return new NoEventLog("The deployment keeps no event log, from which its signals are measured", false);
    }

    /** Of one whose log has nothing that can be read here. */
    static NoEventLog notReadable() {
        return new NoEventLog("Nothing of the deployment's event log can be read", true);
    }

    /** Whether an event log was asked for, which is the value of the field {@code eventLog}. */
    public boolean asked() {
        return asked;
    }

    /** What to do. */
    public String hint() {
        return asked
                ? "wait for a minute of simulated time; logs are on the service that drives, and the oldest are deleted"
                : "start a deployment with \"eventLog\": true";
    }
}
