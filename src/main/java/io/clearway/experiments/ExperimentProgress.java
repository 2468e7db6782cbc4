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
 * @param trialCount number of trials
 * @param over number of those that are over
 * @param byStatus number of those of each status
 * @param decisionsDone joint decisions of training and evaluation that are done
 * @param decisions joint decisions of training and evaluation
 * @param times when a worker took the first trial, and when the last one was over; in JSON its fields
 */
public record ExperimentProgress(
        RunStatus status,
        int trialCount,
        int over,
        Map<RunStatus, Integer> byStatus,
        long decisionsDone,
        long decisions,
        @JsonUnwrapped TrialTimes times) {
    /**
     * Trials of one status.
     *
     * @param trials number of them
     * @param done joint decisions of training and evaluation that are done
     * @param planned joint decisions of training and evaluation
     * @param times from the first begin to the last end
     */
    public record Group(RunStatus status, int trials, long done, long planned, TrialTimes times) {}

    static ExperimentProgress of(List<TrialState> trials) {
        return together(trials.stream()
                .map(trial -> new Group(
                        trial.outcome().status(),
                        1,
                        trial.work().done(),
                        trial.work().planned(),
                        trial.outcome().times()))
                .toList());
    }

    /** That of all trials of an experiment in groups; several may have the same status. */
    public static ExperimentProgress together(List<Group> groups) {
        Map<RunStatus, Integer> byStatus = new EnumMap<>(RunStatus.class);
        groups.forEach(group -> byStatus.merge(group.status(), group.trials(), Integer::sum));
        int trials = groups.stream().mapToInt(Group::trials).sum();
        int over = groups.stream()
                .filter(group -> group.status().isOver())
                .mapToInt(Group::trials)
                .sum();
        return new ExperimentProgress(
                status(trials, over, byStatus),
                trials,
                over,
                byStatus,
                groups.stream().mapToLong(Group::done).sum(),
                groups.stream().mapToLong(Group::planned).sum(),
                TrialTimes.together(groups.stream().map(Group::times).toList()));
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
