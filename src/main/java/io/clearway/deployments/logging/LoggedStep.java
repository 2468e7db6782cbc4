package io.clearway.deployments.logging;

import io.clearway.simulation.passages.CrossingWait;
import io.clearway.simulation.passages.LoopPassage;
import java.util.List;

/**
 * What a log takes of one step of a simulation.
 *
 * @param fromSeconds simulated time at which it began, and its states were shown first
 * @param untilSeconds simulated time at which it ended
 * @param states what each signal showed
 * @param passages what became known of passages, also of those in the steps before
 * @param waits the same of who waits at crossings
 * @param settledSeconds all of both before this time is known
 */
record LoggedStep(
        double fromSeconds,
        double untilSeconds,
        List<String> states,
        List<LoopPassage> passages,
        List<CrossingWait> waits,
        double settledSeconds) {
    LoggedStep {
        states = List.copyOf(states);
        passages = List.copyOf(passages);
        waits = List.copyOf(waits);
    }

    /** Simulated time that it lasted, in seconds. */
    double seconds() {
        return untilSeconds - fromSeconds;
    }
}
