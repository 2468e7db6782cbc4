package io.clearway.experiment;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Plays trials and keeps what they give. Safe for many threads, each with a trial of its own. */
public interface TrialRunner {
    /**
     * Plays a trial, or what is missing of it; one that is complete is only read.
     *
     * @param stop asked at every decision; true ends the trial where it is
     * @return empty when stopped
     */
    Optional<TrialResult> play(Trial trial, BooleanSupplier stop);
}
