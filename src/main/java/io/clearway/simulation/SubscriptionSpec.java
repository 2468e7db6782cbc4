package io.clearway.simulation;

import java.util.List;

/**
 * What every {@link Readings} holds, in this order.
 *
 * @param detectors lane-area detectors: vehicles and halting vehicles
 * @param lanes lanes: vehicles and halting vehicles
 * @param waitingLanes lanes whose vehicles' present waiting time is summed up
 * @param lights traffic lights whose shown state is read back
 * @param vehicles vehicles whose place and speed are read; they must be on the road when watching begins and stay there
 * @param loops induction loops: vehicles that came onto them and time they were covered, both since watching began; the
 *     simulation is then asked at every step, as nothing else tells who passed in between
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
