package io.clearway.runs;

/** Where a run stands. */
public enum RunStatus {
    /** Waits for a worker. */
    QUEUED,
    /** A worker trains or evaluates. */
    RUNNING,
    /** Trained and evaluated. */
    FINISHED,
    /** Ended by an error, which the run tells. */
    FAILED,
    /** Ended because somebody asked for it. */
    CANCELED;

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return this == FINISHED || this == FAILED || this == CANCELED;
    }
}
