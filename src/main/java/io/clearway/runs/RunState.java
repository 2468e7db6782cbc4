package io.clearway.runs;

import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.training.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Status and progress of a run.
 *
 * @param status the status
 * @param progress progress of training
 * @param failure error message of a run that failed
 * @param cancelRequested whether its cancellation was requested
 * @param validated progress of the choice of its final policy
 * @param stage what it does now; null before it began
 * @param selection which policy it chose and why; null while that is open, or was not asked for
 */
public record RunState(
        RunStatus status,
        Progress progress,
        @Nullable String failure,
        boolean cancelRequested,
        Validated validated,
        @Nullable CurrentStage stage,
        @Nullable Selection selection) {}
