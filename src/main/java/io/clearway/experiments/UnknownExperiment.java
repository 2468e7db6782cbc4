package io.clearway.experiments;

import java.util.UUID;

/** There is no experiment of this id. */
public final class UnknownExperiment extends RuntimeException {
    private final UUID id;

    public UnknownExperiment(UUID id) {
        super("There is no experiment " + id);
        this.id = id;
    }

    /** The id. */
    public UUID id() {
        return id;
    }
}
