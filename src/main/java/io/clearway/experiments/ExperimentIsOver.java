package io.clearway.experiments;

import io.clearway.runs.RunStatus;
import java.util.UUID;

/** An experiment cannot be canceled any more. */
public final class ExperimentIsOver extends RuntimeException {
    private final RunStatus status;

    public ExperimentIsOver(UUID id, RunStatus status) {
        super("Experiment %s is %s".formatted(id, status));
        this.status = status;
    }

    /** How it ended. */
    public RunStatus status() {
        return status;
    }
}
