package io.clearway.deployments.control;

import java.util.List;

/**
 * The states that one signal shows from one decision to the next, transitions included.
 *
 * @param light the traffic light
 * @param showings in order of time, the first at the decision, each until the next
 */
public record SignalPlan(String light, List<Showing> showings) {
    public SignalPlan {
        showings = List.copyOf(showings);
        if (showings.isEmpty()) {
            throw new IllegalArgumentException("The plan of signal %s has no state".formatted(light));
        }
    }

    /** A state and the simulated time from which it is shown. */
    public record Showing(double fromSeconds, String state) {}
}
