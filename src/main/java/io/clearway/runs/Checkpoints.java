package io.clearway.runs;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The checkpoints of all runs. While a run trains only its newest few are kept; those at its end are kept. */
public interface Checkpoints {
    /** The checkpoint of this id, checked against its hash. */
    Optional<Checkpoint> find(UUID id);

    /** The newest checkpoint of a run. */
    Optional<CheckpointInfo> findLatest(UUID run);

    /** All kept checkpoints of a run, the newest first. */
    List<CheckpointInfo> list(UUID run);

    /**
     * What is known of a checkpoint without its content.
     *
     * @param id name among all checkpoints
     * @param run run that wrote it
     * @param progress progress of the run
     * @param sha256 hash of the checkpoint file, in hexadecimal
     * @param bytes length of the checkpoint file
     * @param createdAt when it was stored
     */
    record CheckpointInfo(UUID id, UUID run, Progress progress, String sha256, long bytes, Instant createdAt) {}
}
