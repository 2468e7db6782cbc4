package io.clearway.experiments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An experiment and how far it is.
 *
 * @param id name among all experiments of all services
 * @param name as described; need not be unique
 * @param purpose what it is about, for people; may be empty
 * @param source its description
 * @param createdAt when it was submitted first
 * @param trials of each scenario the rules, then the algorithms by training seed
 */
public record StoredExperiment(
        UUID id, String name, String purpose, ExperimentSource source, Instant createdAt, List<TrialState> trials) {
    public StoredExperiment {
        trials = List.copyOf(trials);
    }

    /** How far all trials together are. */
    public ExperimentProgress progress() {
        return ExperimentProgress.of(trials);
    }

    /** What a list tells of it. */
    public ExperimentOverview overview() {
        return new ExperimentOverview(id, name, purpose, createdAt, progress());
    }
}
