package io.clearway.deployments;

import java.util.List;

/**
 * Signals, queues and vehicles of a network at one moment, small enough to be sent ten times a second.
 *
 * @param seconds simulated time
 * @param lights state that each signal shows, in the scenario's order, one of SUMO's characters per link
 * @param queues for every watched lane with halting vehicles: its index in the watched lanes, and how many
 * @param vehicles five numbers for each vehicle: its number, x and y in decimeters, heading in degrees, speed in dm/s;
 *     a vehicle keeps its number
 */
public record TrafficFrame(double seconds, List<String> lights, List<Integer> queues, List<Integer> vehicles) {
    /** Length of the entry of one vehicle in {@link #vehicles}. */
    public static final int NUMBERS_PER_VEHICLE = 5;

    public TrafficFrame {
        lights = List.copyOf(lights);
        queues = List.copyOf(queues);
        vehicles = List.copyOf(vehicles);
    }
}
