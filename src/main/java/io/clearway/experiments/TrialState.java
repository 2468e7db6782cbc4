package io.clearway.experiments;

import io.clearway.runs.RunStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a trial is.
 *
 * @param number its place among the trials of the experiment, counted from 0
 * @param scenario label of the scenario
 * @param competitor label of the algorithm or rule
 * @param trainingSeed seed of the training run; null for a rule
 * @param run the training run; null for a rule
 * @param status that of the run, or of the rule's episodes
 * @param failure error message of one that failed
 * @param work what is done of it
 * @param startedAt when a worker took it first
 * @param finishedAt when it was over
 */
public record TrialState(
        int number,
        String scenario,
        String competitor,
        @Nullable Long trainingSeed,
        @Nullable UUID run,
        RunStatus status,
        @Nullable String failure,
        Work work,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    /**
     * What is done of a trial.
     *
     * @param decisionsDone joint decisions of training that are done
     * @param decisions joint decisions of training; 0 for a rule
     * @param episodesDone held-out episodes that are kept
     * @param episodes held-out episodes
     * @param horizon joint decisions of each of them
     */
    public record Work(int decisionsDone, int decisions, int episodesDone, int episodes, int horizon) {
        /** Joint decisions of training and evaluation that are done; a last round beyond the end counts as the end. */
        public long done() {
            return Math.min(decisionsDone, decisions) + (long) episodesDone * horizon;
        }

        /** Joint decisions of training and evaluation. */
        public long planned() {
            return decisions + (long) episodes * horizon;
        }
    }
}
