package io.clearway.runs;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The checkpoints of all runs. While a run trains, its newest few are kept, and those that its final policy may be
 * chosen from; afterwards the newest few and the final policy.
 */
public interface Checkpoints {
    /** The checkpoint of this id, checked against its hash. */
    Optional<Checkpoint> find(UUID id);

    /**
     * The policy to evaluate and deploy of a run: the one that it chose, or while it has not, its newest checkpoint.
     */
    Optional<CheckpointInfo> findPolicy(UUID run);

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
     * @param policy whether it is the final policy that the run chose
     */
    record CheckpointInfo(
            UUID id, UUID run, Progress progress, String sha256, long bytes, Instant createdAt, boolean policy) {}
}
