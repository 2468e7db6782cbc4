package io.clearway.algorithm.experience;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Results of work on another thread. */
public final class Futures {
    private Futures() {}

    /** Waits to the end, even when interrupted: native memory must not be freed under a thread that computes. */
    public static <T> T get(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    throw failed.getCause() instanceof RuntimeException unchecked
                            ? unchecked
                            : new IllegalStateException(failed.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
