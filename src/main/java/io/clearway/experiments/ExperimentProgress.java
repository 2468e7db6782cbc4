package io.clearway.experiments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.runs.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param times when a worker took the first trial, and when the last one was over; in JSON its fields
 */
public record ExperimentProgress(
        RunStatus status,
        int trials,
        int over,
        Map<RunStatus, Integer> byStatus,
        long decisionsDone,
        long decisions,
        @JsonUnwrapped TrialTimes times) {
    static ExperimentProgress of(List<TrialState> trials) {
        Map<RunStatus, Integer> byStatus = new EnumMap<>(RunStatus.class);
        trials.forEach(trial -> byStatus.merge(trial.outcome().status(), 1, Integer::sum));
        int over = (int) trials.stream()
                .filter(trial -> trial.outcome().status().isOver())
                .count();
        return new ExperimentProgress(
                status(trials.size(), over, byStatus),
                trials.size(),
                over,
                byStatus,
                trials.stream().mapToLong(trial -> trial.work().done()).sum(),
                trials.stream().mapToLong(trial -> trial.work().planned()).sum(),
                TrialTimes.together(
                        trials.stream().map(trial -> trial.outcome().times()).toList()));
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
        Instant startedAt = times.startedAt();
        if (startedAt == null || decisionsDone == 0 || status.isOver()) {
            return Optional.empty();
        }
        double spent = Duration.between(startedAt, now).toMillis();
        return Optional.of(Duration.ofMillis((long) (spent * (decisions - decisionsDone) / decisionsDone)));
    }
}
