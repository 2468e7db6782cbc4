package io.clearway.experiments;

/** Hands the trials of rules to workers, wherever they are. */
public interface TrialJobs {
    /** Queues a trial for now, as part of the transaction in progress. */
    void add(RuleTrials.Place place);
}
