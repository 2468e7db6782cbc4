package io.clearway.verification;

import io.clearway.monitor.Trip;
import java.util.List;

/**
 * What was checked at one signal.
 *
 * @param light the signal
 * @param stages that it can show
 * @param states reachable states of its envelope, running times included
 * @param seconds that the monitor saw
 * @param longestWaitSeconds longest wait of anybody under a controller that never serves them
 * @param violations found by the monitor; none when the signal is safe
 */
public record SignalVerification(
        String light, int stages, int states, long seconds, double longestWaitSeconds, List<Trip> violations) {
    public SignalVerification {
        violations = List.copyOf(violations);
    }
}
