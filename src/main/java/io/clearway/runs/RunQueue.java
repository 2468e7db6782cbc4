package io.clearway.runs;

import java.util.UUID;

/** Hands runs to workers, wherever they are. */
public interface RunQueue {
    /** Queues a run for now, as part of the transaction in progress. */
    void add(UUID run);
}
