package io.clearway.experiments;

import io.clearway.runs.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an experiment is.
 *
 * @param status QUEUED before any trial was taken, RUNNING until all are over; then FINISHED where all are, else FAILED
 *     where one has failed, else CANCELED
 * @param trials number of trials
 * @param over number of those that are over
 * @param byStatus number of those of each status
 * @param decisionsDone joint decisions of training and evaluation that are done
 * @param decisions joint decisions of training and evaluation
 * @param startedAt when a worker took the first trial
 * @param finishedAt when the last one was over
 */
public record ExperimentProgress(
        RunStatus status,
        int trials,
        int over,
        Map<RunStatus, Integer> byStatus,
        long decisionsDone,
        long decisions,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    static ExperimentProgress of(List<TrialState> trials) {
        Map<RunStatus, Integer> byStatus = new EnumMap<>(RunStatus.class);
        trials.forEach(trial -> byStatus.merge(trial.status(), 1, Integer::sum));
        int over =
                (int) trials.stream().filter(trial -> trial.status().isOver()).count();
        return new ExperimentProgress(
                status(trials.size(), over, byStatus),
                trials.size(),
                over,
                byStatus,
                trials.stream().mapToLong(trial -> trial.work().done()).sum(),
                trials.stream().mapToLong(trial -> trial.work().planned()).sum(),
                trials.stream()
                        .map(TrialState::startedAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                over < trials.size()
                        ? null
                        : trials.stream()
                                .map(TrialState::finishedAt)
                                .filter(Objects::nonNull)
                                .max(Instant::compareTo)
                                .orElse(null));
    }

    private static RunStatus status(int trials, int over, Map<RunStatus, Integer> byStatus) {
        if (over < trials) {
            return byStatus.getOrDefault(RunStatus.QUEUED, 0) == trials ? RunStatus.QUEUED : RunStatus.RUNNING;
        }
        if (byStatus.containsKey(RunStatus.FAILED)) {
            return RunStatus.FAILED;
        }
        return byStatus.containsKey(RunStatus.CANCELED) ? RunStatus.CANCELED : RunStatus.FINISHED;
    }

    /**
     * Time left at the mean rate since the first trial was taken, times at which no worker was there included; empty
     * before anything was played, and once all is over.
     */
    public Optional<Duration> left(Instant now) {
        if (startedAt == null || decisionsDone == 0 || status.isOver()) {
            return Optional.empty();
        }
        double spent = Duration.between(startedAt, now).toMillis();
        return Optional.of(Duration.ofMillis((long) (spent * (decisions - decisionsDone) / decisionsDone)));
    }
}
