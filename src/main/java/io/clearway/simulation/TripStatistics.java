package io.clearway.simulation;

/**
 * What a finished simulation's traffic came to, from the simulator's own record of every step.
 *
 * @param loaded vehicles whose departure time came
 * @param arrived vehicles that reached their destination
 * @param running vehicles in the network at the end
 * @param waitingToEnter vehicles kept out at the end
 * @param teleports vehicles moved by hand
 * @param collisions collisions
 * @param meanTripSeconds duration of completed trips; 0 when there are none
 * @param meanSpeedMetersPerSecond mean over time of the mean speed in the network, seconds with no vehicle left out
 * @param timeInSystemVehicleHours Σ over time of vehicles running or waiting to enter
 */
public record TripStatistics(
        int loaded,
        int arrived,
        int running,
        int waitingToEnter,
        int teleports,
        int collisions,
        double meanTripSeconds,
        double meanSpeedMetersPerSecond,
        double timeInSystemVehicleHours) {}
