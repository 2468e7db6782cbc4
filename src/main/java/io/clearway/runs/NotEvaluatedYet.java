package io.clearway.runs;

/** A run that is not over has no held-out episodes yet. */
public final class NotEvaluatedYet extends RuntimeException {
    private final RunStatus status;

    public NotEvaluatedYet(Run run) {
        super("Run %s is %s and has no held-out episodes yet".formatted(run.id(), run.status()));
        this.status = run.status();
    }

    /** How far it is. */
    public RunStatus status() {
        return status;
    }
}
