package io.clearway.deployments;

/**
 * What a live simulation reports at one moment.
 *
 * @param seconds simulated time
 * @param meanQueueVehicles halting vehicles per signal link, as in the papers
 * @param haltingVehicles halting vehicles on all approaches
 * @param meanDelaySeconds present waiting time per vehicle in the network
 * @param arrived vehicles that reached their destination since the deployment drives
 * @param departed vehicles let in since the deployment drives
 * @param teleported vehicles moved by hand since the deployment drives
 * @param collided vehicles in collisions since the deployment drives
 * @param running vehicles in the network
 * @param waitingToEnter vehicles kept out of the network
 */
public record LiveMetrics(
        double seconds,
        double meanQueueVehicles,
        int haltingVehicles,
        double meanDelaySeconds,
        int arrived,
        int departed,
        int teleported,
        int collided,
        int running,
        int waitingToEnter) {
    /** Before anything was read. */
    public static final LiveMetrics NONE = new LiveMetrics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
