package io.clearway.runs;

import io.clearway.algorithm.Checkpoint.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands now.
 *
 * @param id name among all runs of all services
 * @param request what was asked for
 * @param status where it stands
 * @param progress how far training has come
 * @param createdAt when it was asked for
 * @param startedAt when a worker first took it
 * @param finishedAt when it came to its end, whichever
 * @param failure why it failed, in the words of what failed
 * @param cancelRequested whether somebody asked for its end
 * @param simulator name and version of the simulator, once an evaluation told it
 * @param scenarioHash hash of the scenario when the run was asked for
 */
public record Run(
        UUID id,
        RunRequest request,
        RunStatus status,
        Progress progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        boolean cancelRequested,
        @Nullable String simulator,
        String scenarioHash) {
    /** Joint decisions of training that are done. */
    public int decisionsDone() {
        return progress.decisions();
    }
}
