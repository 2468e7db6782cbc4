package io.clearway.runs;

import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All runs of the service, for clients. */
public interface Runs {
    /**
     * Stores a request and queues it, both or neither.
     *
     * @param request checked against the catalog by the caller
     * @param scenarioHash hash of the scenario as it is now
     */
    Run submit(RunRequest request, String scenarioHash);

    /**
     * The same for a run of which the final policy alone is evaluated; the evaluation of the request is not played.
     *
     * @param policy held-out episodes of the final policy
     */
    Run submit(RunRequest request, PolicyEvaluation policy, String scenarioHash);

    /** The run, or {@link UnknownRun}. */
    Run get(UUID id);

    /** The newest runs first; of one status only when one is given. */
    List<Run> list(Optional<RunStatus> status, int limit);

    /**
     * Cancels a run: at once when it waits, within about a second when a worker has it. Idempotent.
     *
     * @throws UnknownRun when there is none
     * @throws RunIsOver when it has finished or failed
     */
    Run cancel(UUID id);

    /**
     * The same for one of several: a run that has finished or failed meanwhile is left as it is, and no error, which
     * would undo the transaction of all of them.
     *
     * @return whether it is canceled, or will be
     * @throws UnknownRun when there is none
     */
    boolean cancelUnlessOver(UUID id);

    /** Its training episodes from one on, in order. */
    List<EpisodeReport> episodes(UUID id, int fromEpisode);

    /** The results of its evaluation, by controller and seed. */
    List<EpisodeResult> evaluations(UUID id);
}
