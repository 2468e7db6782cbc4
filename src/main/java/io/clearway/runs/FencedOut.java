package io.clearway.runs;

import java.util.UUID;

/** Another worker has claimed the run; its previous worker must stop. */
public final class FencedOut extends RuntimeException {
    public FencedOut(UUID run) {
        super("Another worker has taken run %s".formatted(run));
    }
}
