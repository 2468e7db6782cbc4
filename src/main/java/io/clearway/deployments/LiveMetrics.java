package io.clearway.deployments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.simulation.TrafficCounts;

/**
 * Traffic of a live simulation at one moment. In JSON the counts are fields of it.
 *
 * @param seconds simulated time
 * @param meanQueueVehicles halting vehicles per signal link, as in the papers
 * @param haltingVehicles halting vehicles on all approaches
 * @param meanWaitingSeconds present waiting time per vehicle in the network
 * @param counts of the whole network; departed, arrived, teleported and collided since the deployment began
 */
public record LiveMetrics(
        double seconds,
        double meanQueueVehicles,
        int haltingVehicles,
        double meanWaitingSeconds,
        @JsonUnwrapped TrafficCounts counts) {
    /** Before anything was read. */
    public static final LiveMetrics NONE = new LiveMetrics(0, 0, 0, 0, new TrafficCounts(0, 0, 0, 0, 0, 0));
}
