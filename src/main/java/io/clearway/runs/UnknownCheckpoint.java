package io.clearway.runs;

import java.util.UUID;

/** There is no checkpoint of this id, or it was deleted. */
public final class UnknownCheckpoint extends RuntimeException {
    private final UUID id;

    public UnknownCheckpoint(UUID id) {
        super("There is no checkpoint " + id);
        this.id = id;
    }

    /** The id. */
    public UUID id() {
        return id;
    }
}
