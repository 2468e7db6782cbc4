package io.clearway.runs;

import io.clearway.algorithm.Checkpoint.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Status and progress of a run.
 *
 * @param status the status
 * @param progress progress of training
 * @param failure error message of a run that failed
 * @param cancelRequested whether its cancellation was requested
 */
public record RunState(
        RunStatus status, Progress progress, @Nullable String failure, boolean cancelRequested) {}
