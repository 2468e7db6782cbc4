package io.clearway.runs;

/** Where a run stands. */
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
