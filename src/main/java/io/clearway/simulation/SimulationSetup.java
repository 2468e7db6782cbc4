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
 * @param crashes what becomes of vehicles that run into each other
 * @param loops induction loops to place
 * @param programs programs that run the lights they name until somebody sets these
 */
public record SimulationSetup(
        CompiledNetwork network,
        TrafficDemand demand,
        List<LaneAreaDetector> detectors,
        int seed,
        double stepSeconds,
        double teleportSeconds,
        double beginSeconds,
        CrashHandling crashes,
        List<InductionLoop> loops,
        List<ActuatedProgram> programs) {
    public SimulationSetup {
        detectors = List.copyOf(detectors);
        loops = List.copyOf(loops);
        programs = List.copyOf(programs);
        if (!(stepSeconds > 0)) {
            throw new IllegalArgumentException("Step must be longer than 0 s, not " + stepSeconds);
        }
        if (!(beginSeconds >= 0)) {
            throw new IllegalArgumentException("A simulation begins at 0 s or later, not at " + beginSeconds);
        }
    }

    /** One with lane-area detectors only. */
    public SimulationSetup(
            CompiledNetwork network,
            TrafficDemand demand,
            List<LaneAreaDetector> detectors,
            int seed,
            double stepSeconds,
            double teleportSeconds,
            double beginSeconds,
            CrashHandling crashes) {
        this(
                network,
                demand,
                detectors,
                seed,
                stepSeconds,
                teleportSeconds,
                beginSeconds,
                crashes,
                List.of(),
                List.of());
    }

    /** The same whose crashed vehicles are moved by hand. */
    public SimulationSetup(
            CompiledNetwork network,
            TrafficDemand demand,
            List<LaneAreaDetector> detectors,
            int seed,
            double stepSeconds,
            double teleportSeconds,
            double beginSeconds) {
        this(network, demand, detectors, seed, stepSeconds, teleportSeconds, beginSeconds, CrashHandling.MOVED);
    }

    /** The same that starts at 0. */
    public SimulationSetup(
            CompiledNetwork network,
            TrafficDemand demand,
            List<LaneAreaDetector> detectors,
            int seed,
            double stepSeconds,
            double teleportSeconds) {
        this(network, demand, detectors, seed, stepSeconds, teleportSeconds, 0);
    }

    /** The same with these loops and programs. */
    public SimulationSetup with(List<InductionLoop> placed, List<ActuatedProgram> running) {
        return new SimulationSetup(
                network, demand, detectors, seed, stepSeconds, teleportSeconds, beginSeconds, crashes, placed, running);
    }
}
