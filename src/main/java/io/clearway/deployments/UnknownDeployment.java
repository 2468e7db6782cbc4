package io.clearway.deployments;

import java.util.UUID;

/** There is no deployment of this id. */
public final class UnknownDeployment extends RuntimeException {
    private final UUID id;

    public UnknownDeployment(UUID id) {
        super("There is no deployment " + id);
        this.id = id;
    }

    /** The unknown id. */
    public UUID id() {
        return id;
    }
}
