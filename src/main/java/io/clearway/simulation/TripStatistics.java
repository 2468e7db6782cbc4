package io.clearway.simulation;

import io.clearway.simulation.trips.TravelRecord;

/**
 * Traffic of a finished simulation, from the simulator's own record of every step.
 *
 * @param vehicles how many vehicles
 * @param meanTripSeconds duration of completed trips; 0 when there are none
 * @param meanSpeedMetersPerSecond mean over time of the mean speed in the network, seconds with no vehicle left out
 * @param timeInSystemVehicleHours Σ over time of vehicles running or waiting to enter
 * @param travel measures of the single trips
 */
public record TripStatistics(
        VehicleTotals vehicles,
        double meanTripSeconds,
        double meanSpeedMetersPerSecond,
        double timeInSystemVehicleHours,
        TravelRecord travel) {
    /**
     * Numbers of vehicles.
     *
     * @param loaded whose departure time was reached
     * @param arrived that reached their destination
     * @param running in the network at the end
     * @param waitingToEnter not inserted into the network by the end
     * @param teleports number of times that one was teleported
     * @param collisions number of collisions
     */
    public record VehicleTotals(
            int loaded, int arrived, int running, int waitingToEnter, int teleports, int collisions) {}
}
