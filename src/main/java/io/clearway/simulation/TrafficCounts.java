package io.clearway.simulation;

/**
 * Counts of the whole network.
 *
 * @param departed vehicles inserted since the previous readings
 * @param arrived vehicles that reached their destination since the previous readings
 * @param teleported vehicles teleported since the previous readings
 * @param collided vehicles in collisions since the previous readings
 * @param running vehicles in the network now
 * @param waitingToEnter vehicles that wait for their insertion now
 */
public record TrafficCounts(int departed, int arrived, int teleported, int collided, int running, int waitingToEnter) {
    /** Counts of an earlier interval and of this one together. */
    public TrafficCounts after(TrafficCounts earlier) {
        return new TrafficCounts(
                departed + earlier.departed,
                arrived + earlier.arrived,
                teleported + earlier.teleported,
                collided + earlier.collided,
                running,
                waitingToEnter);
    }
}
