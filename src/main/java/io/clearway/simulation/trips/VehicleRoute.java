package io.clearway.simulation.trips;

import java.util.List;

/**
 * The way of a vehicle.
 *
 * @param vehicle its id
 * @param roads roads from its departure to its destination
 * @param leftSeconds simulated time of the step in which it drove off the end of each road; infinite for those that it
 *     did not leave
 */
public record VehicleRoute(String vehicle, List<String> roads, List<Double> leftSeconds) {
    /** Checks that every road has its time. */
    public VehicleRoute {
        roads = List.copyOf(roads);
        leftSeconds = List.copyOf(leftSeconds);
        if (roads.size() != leftSeconds.size()) {
            throw new IllegalArgumentException(
                    "Vehicle %s has %d roads, and left %d".formatted(vehicle, roads.size(), leftSeconds.size()));
        }
    }
}
