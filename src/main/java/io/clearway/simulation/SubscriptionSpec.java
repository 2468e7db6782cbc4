package io.clearway.simulation;

import java.util.List;

/**
 * Objects whose values every {@link Readings} holds, in this order.
 *
 * @param detectors lane-area detectors: vehicles and halting vehicles
 * @param lanes lanes: vehicles and halting vehicles
 * @param waitingLanes lanes whose vehicles' current waiting times are summed
 * @param lights traffic lights whose state is read
 * @param vehicles vehicles whose position and speed are read; they must be in the network when the subscription begins,
 *     and stay there
 * @param loops induction loops: vehicles that drove onto them and time for which they were occupied, both since the
 *     subscription began; the simulation then runs step by step, since a simulator reports the last step only
 */
public record SubscriptionSpec(
        List<String> detectors,
        List<String> lanes,
        List<String> waitingLanes,
        List<String> lights,
        List<String> vehicles,
        List<String> loops) {
    public SubscriptionSpec {
        detectors = List.copyOf(detectors);
        lanes = List.copyOf(lanes);
        waitingLanes = List.copyOf(waitingLanes);
        lights = List.copyOf(lights);
        vehicles = List.copyOf(vehicles);
        loops = List.copyOf(loops);
    }

    /** One without vehicles and induction loops. */
    public SubscriptionSpec(
            List<String> detectors, List<String> lanes, List<String> waitingLanes, List<String> lights) {
        this(detectors, lanes, waitingLanes, lights, List.of(), List.of());
    }

    /** Vehicles only. */
    public static SubscriptionSpec ofVehicles(List<String> vehicles) {
        return new SubscriptionSpec(List.of(), List.of(), List.of(), List.of(), vehicles, List.of());
    }
}
