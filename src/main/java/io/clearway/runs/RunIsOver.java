package io.clearway.runs;

/** The run has ended, so that this can no longer be done with it. */
public final class RunIsOver extends RuntimeException {
    private final Run run;

    public RunIsOver(Run run) {
        super("Run %s is over: it is %s".formatted(run.id(), run.status()));
        this.run = run;
    }

    /** The run. */
    public Run run() {
        return run;
    }
}
