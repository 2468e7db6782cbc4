package io.clearway.runs;

import java.util.UUID;

/** Another worker has taken the run; whoever had it before must stop. */
public final class FencedOut extends RuntimeException {
    public FencedOut(UUID run) {
        super("Another worker has taken run %s".formatted(run));
    }
}
