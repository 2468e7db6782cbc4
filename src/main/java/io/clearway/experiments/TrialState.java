package io.clearway.experiments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.runs.RunStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a trial is. In JSON, label and outcome are fields of it.
 *
 * @param number its place among the trials of the experiment, counted from 0
 * @param label what it is
 * @param run the training run; null for a rule
 * @param outcome state, error message, times
 * @param work what is done of it
 */
public record TrialState(
        int number,
        @JsonUnwrapped Label label,
        @Nullable UUID run,
        @JsonUnwrapped Outcome outcome,
        Work work) {
    /**
     * What a trial is.
     *
     * @param scenario label of the scenario
     * @param competitor label of the algorithm or rule
     * @param trainingSeed seed of the training run; null for a rule
     */
    public record Label(
            String scenario, String competitor, @Nullable Long trainingSeed) {}

    /**
     * What came of a trial.
     *
     * @param status that of the run, or of the rule's episodes
     * @param failure error message of one that failed
     * @param times when it was played; in JSON its fields
     */
    public record Outcome(
            RunStatus status,
            @Nullable String failure,
            @JsonUnwrapped TrialTimes times) {}

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
