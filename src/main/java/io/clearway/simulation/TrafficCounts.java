package io.clearway.simulation;

/**
 * Counts of the whole network.
 *
 * @param departed vehicles let in since the readings before
 * @param arrived vehicles that reached their destination since the readings before
 * @param teleported vehicles moved by hand since the readings before
 * @param collided vehicles in collisions since the readings before
 * @param running vehicles in the network now
 * @param waitingToEnter vehicles kept out of the network now
 */
public record TrafficCounts(int departed, int arrived, int teleported, int collided, int running, int waitingToEnter) {
    /** These, with what had happened by an earlier time added: one account of both stretches. */
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
