package io.clearway.network;

/** Makes fresh controllers of one kind, one per episode. */
@FunctionalInterface
public interface ControllerSource {
    /** A controller without memory of earlier episodes; equal seeds give equal behavior. */
    Controller fresh(long seed);
}
