package io.clearway.runs;

import java.util.List;
import java.util.Map;

/**
 * Contents of the job queue at one moment, and the workers on it.
 *
 * @param runs runs by status; statuses that no run has may be missing
 * @param waitingJobs jobs that are due and that no worker has taken
 * @param oldestWaitSeconds for how long the oldest of them has been due; 0 when there is none
 * @param workers workers that have taken a job, the oldest heartbeats first, at most 100
 * @param databaseBytes size of the database
 */
public record Workload(
        Map<RunStatus, Integer> runs,
        int waitingJobs,
        double oldestWaitSeconds,
        List<Heartbeat> workers,
        long databaseBytes) {
    public Workload {
        runs = Map.copyOf(runs);
        workers = List.copyOf(workers);
    }

    /**
     * A worker that has taken a job.
     *
     * @param worker its name in the queue
     * @param ageSeconds time since its last heartbeat; of several jobs, the longest
     */
    public record Heartbeat(String worker, double ageSeconds) {}
}
