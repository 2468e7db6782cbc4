package io.clearway.simulation;

import java.util.List;

/**
 * What every {@link Readings} holds, in this order.
 *
 * @param detectors lane-area detectors: vehicles and halting vehicles
 * @param lanes lanes: vehicles and halting vehicles
 * @param waitingLanes lanes whose vehicles' present waiting time is summed up
 * @param lights traffic lights whose shown state is read back
 */
public record Watch(List<String> detectors, List<String> lanes, List<String> waitingLanes, List<String> lights) {
    public Watch {
        detectors = List.copyOf(detectors);
        lanes = List.copyOf(lanes);
        waitingLanes = List.copyOf(waitingLanes);
        lights = List.copyOf(lights);
    }
}
