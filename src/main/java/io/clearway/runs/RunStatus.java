package io.clearway.runs;

/** Status of a run. */
public enum RunStatus {
    /** Waits for a worker. */
    QUEUED,
    /** A worker trains or evaluates. */
    RUNNING,
    /** Trained and evaluated. */
    FINISHED,
    /** Ended by an error; the run has the error message. */
    FAILED,
    /** Canceled on request. */
    CANCELED;

    /** Whether it is final. */
    public boolean isOver() {
        return this == FINISHED || this == FAILED || this == CANCELED;
    }
}
