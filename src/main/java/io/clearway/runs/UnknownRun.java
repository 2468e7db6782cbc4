package io.clearway.runs;

import java.util.UUID;

/** There is no run of this id. */
public final class UnknownRun extends RuntimeException {
    private final UUID id;

    public UnknownRun(UUID id) {
        super("There is no run " + id);
        this.id = id;
    }

    /** The id. */
    public UUID id() {
        return id;
    }
}
