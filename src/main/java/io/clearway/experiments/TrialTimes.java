package io.clearway.experiments;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a trial was played.
 *
 * @param startedAt when a worker took it first; null before
 * @param finishedAt when it was over; null before
 */
public record TrialTimes(
        @Nullable Instant startedAt, @Nullable Instant finishedAt) {
    /** From the first begin of several to their last end, which is null until all are over. */
    static TrialTimes together(List<TrialTimes> all) {
        boolean over = all.stream().allMatch(times -> times.finishedAt() != null);
        return new TrialTimes(
                all.stream()
                        .map(TrialTimes::startedAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                over
                        ? all.stream()
                                .map(TrialTimes::finishedAt)
                                .filter(Objects::nonNull)
                                .max(Instant::compareTo)
                                .orElse(null)
                        : null);
    }
}
