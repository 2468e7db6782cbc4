package io.clearway.simulation;

import io.clearway.simulation.trips.RecordDetail;
import java.util.List;

/**
 * All that defines a simulation run.
 *
 * @param network the roads
 * @param demand the vehicles
 * @param additional detectors and programs
 * @param options how it runs
 */
public record SimulationSetup(
        CompiledNetwork network, TrafficDemand demand, AdditionalElements additional, SimulationOptions options) {
    /** The same, recording this much of the trips. */
    public SimulationSetup with(RecordDetail detail) {
        return new SimulationSetup(network, demand, additional, options.with(detail));
    }

    /** The same with other induction loops and programs. */
    public SimulationSetup with(List<InductionLoop> loops, List<ActuatedProgram> programs) {
        return with(new AdditionalElements(
                additional.detectors(), loops, programs, additional.tracedRoads(), additional.countedLanes()));
    }

    /** The same with roads whose vehicles are known, step by step, when the simulation has ended. */
    public SimulationSetup tracing(List<String> roads) {
        return with(new AdditionalElements(
                additional.detectors(), additional.loops(), additional.programs(), roads, additional.countedLanes()));
    }

    /** The same with lanes on which it is counted how often vehicles halt. */
    public SimulationSetup counting(List<String> lanes) {
        return with(new AdditionalElements(
                additional.detectors(), additional.loops(), additional.programs(), additional.tracedRoads(), lanes));
    }

    private SimulationSetup with(AdditionalElements other) {
        return new SimulationSetup(network, demand, other, options);
    }
}
