package io.clearway.network;

/** Creates controllers of one kind, one per episode. */
@FunctionalInterface
public interface ControllerSource {
    /** A controller without state of earlier episodes; equal seeds give equal behavior. */
    Controller fresh(long seed);
}
