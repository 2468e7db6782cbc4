package io.clearway.simulation.trips;

/**
 * The whole network in a step.
 *
 * @param seconds simulated time at which the step began
 * @param running vehicles in the network
 * @param waitingToEnter vehicles whose departure is due
 * @param halting vehicles slower than 0.1 m/s
 * @param arrived vehicles that reached their destination since the simulation began
 * @param meanSpeedMetersPerSecond of the vehicles in the network; not a number where there is none
 */
public record NetworkState(
        double seconds, int running, int waitingToEnter, int halting, int arrived, double meanSpeedMetersPerSecond) {}
