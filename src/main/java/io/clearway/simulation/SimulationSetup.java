package io.clearway.simulation;

import java.util.List;

/**
 * All that defines a simulation run.
 *
 * @param network what to drive on
 * @param demand who drives
 * @param detectors lane-area detectors to place
 * @param seed seed of the simulator's own chance (driver imperfection, places of insertion)
 * @param stepSeconds simulated seconds per step
 * @param teleportSeconds a vehicle stuck this long is moved by hand; negative: never
 */
public record SimulationSetup(
        CompiledNetwork network,
        TrafficDemand demand,
        List<LaneAreaDetector> detectors,
        int seed,
        double stepSeconds,
        double teleportSeconds) {
    public SimulationSetup {
        detectors = List.copyOf(detectors);
        if (!(stepSeconds > 0)) {
            throw new IllegalArgumentException("Step must be longer than 0 s, not " + stepSeconds);
        }
    }
}
