package io.clearway.deployments.control;

import java.util.List;

/**
 * What the signals of a simulation showed at one moment, beside what they had been commanded to show.
 *
 * @param seconds simulated time of the reading
 * @param shown states read from the simulation, in the order of the agents
 * @param commanded states last commanded, in the same order
 */
public record SignalReadback(double seconds, List<String> shown, List<String> commanded) {
    public SignalReadback {
        shown = List.copyOf(shown);
        commanded = List.copyOf(commanded);
    }
}
