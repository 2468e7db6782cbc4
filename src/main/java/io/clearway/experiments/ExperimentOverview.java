package io.clearway.experiments;

import java.time.Instant;
import java.util.UUID;

/**
 * What a list tells of an experiment.
 *
 * @param id name among all experiments of all services
 * @param name as described; need not be unique
 * @param purpose what it is about, for people; may be empty
 * @param createdAt when it was submitted first
 * @param progress how far all trials together are
 */
public record ExperimentOverview(
        UUID id, String name, String purpose, Instant createdAt, ExperimentProgress progress) {}
