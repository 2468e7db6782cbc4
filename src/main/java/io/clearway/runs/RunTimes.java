package io.clearway.runs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a run was created, started and finished.
 *
 * @param createdAt when it was submitted
 * @param startedAt when a worker first took it
 * @param finishedAt when it finished, failed or was canceled
 */
public record RunTimes(
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
