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
 * @param beginSeconds simulated time at which it starts; demand before it is left out
 */
public record SimulationSetup(
        CompiledNetwork network,
        TrafficDemand demand,
        List<LaneAreaDetector> detectors,
        int seed,
        double stepSeconds,
        double teleportSeconds,
        double beginSeconds) {
    public SimulationSetup {
        detectors = List.copyOf(detectors);
        if (!(stepSeconds > 0)) {
            throw new IllegalArgumentException("Step must be longer than 0 s, not " + stepSeconds);
        }
        if (!(beginSeconds >= 0)) {
            throw new IllegalArgumentException("A simulation begins at 0 s or later, not at " + beginSeconds);
        }
    }

    /** One that starts at 0. */
    public SimulationSetup(
            CompiledNetwork network,
            TrafficDemand demand,
            List<LaneAreaDetector> detectors,
            int seed,
            double stepSeconds,
            double teleportSeconds) {
        this(network, demand, detectors, seed, stepSeconds, teleportSeconds, 0);
    }
}
