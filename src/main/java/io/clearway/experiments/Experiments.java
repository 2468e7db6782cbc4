package io.clearway.experiments;

import io.clearway.experiment.ExperimentPlan;
import io.clearway.training.EpisodeResult;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All experiments of the service, for clients. */
public interface Experiments {
    /**
     * Stores an experiment and queues its trials, all or nothing. The same one submitted again is not stored again, but
     * its trials that have failed or were canceled are queued again.
     *
     * @param plan its trials, checked against the catalog
     */
    Submission submit(ExperimentSource source, ExperimentPlan plan);

    /**
     * What became of a submission.
     *
     * @param id of the experiment
     * @param created whether it is new
     */
    record Submission(UUID id, boolean created) {}

    /** The experiment, or {@link UnknownExperiment}. */
    StoredExperiment get(UUID id);

    /**
     * The newest experiments first.
     *
     * @param limit maximum number of experiments
     */
    List<ExperimentOverview> list(int limit);

    /**
     * Cancels all trials that are not over. Idempotent.
     *
     * @throws UnknownExperiment when there is none
     * @throws ExperimentIsOver when all trials are over, and none was canceled
     */
    void cancel(UUID id);

    /** The held-out episodes of a rule's trial, in the order of their seeds. */
    List<EpisodeResult> episodes(UUID id, int trial);

    /** The results as they were kept; empty where they were not. */
    Optional<String> findResults(UUID id);

    /** Keeps results, unless trials were queued again meanwhile. */
    void keepResults(UUID id, String results);
}
