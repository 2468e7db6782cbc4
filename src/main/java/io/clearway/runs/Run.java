package io.clearway.runs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a run.
 *
 * @param id name among all runs of all services
 * @param request what is trained and evaluated
 * @param policyEvaluation held-out episodes of its final policy alone, in place of an evaluation; null for none
 * @param state status and progress
 * @param times when it was created, started and finished
 * @param provenance what it was played on
 */
public record Run(
        UUID id,
        RunRequest request,
        @Nullable PolicyEvaluation policyEvaluation,
        RunState state,
        RunTimes times,
        Provenance provenance) {
    /** Status and progress. */
    public RunStatus status() {
        return state.status();
    }

    /** Joint decisions of training that are done. */
    public int decisionsDone() {
        return state.progress().decisions();
    }
}
