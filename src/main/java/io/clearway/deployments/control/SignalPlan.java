package io.clearway.deployments.control;

import java.util.List;

/**
 * What one light is to show over a stretch of simulated time.
 *
 * @param light the traffic light
 * @param showings in order of time, the first at the stretch's beginning, each until the next
 */
public record SignalPlan(String light, List<Showing> showings) {
    public SignalPlan {
        showings = List.copyOf(showings);
        if (showings.isEmpty()) {
            throw new IllegalArgumentException("A plan of light %s must show something".formatted(light));
        }
    }

    /** A state and the simulated time from which it is shown. */
    public record Showing(double fromSeconds, String state) {}
}
