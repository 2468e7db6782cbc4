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
        return new SimulationSetup(
                network,
                demand,
                new AdditionalElements(additional.detectors(), loops, programs, additional.recordingLoops()),
                options);
    }

    /** The same with loops whose passages are known when the simulation has ended. */
    public SimulationSetup recording(List<InductionLoop> loops) {
        AdditionalElements more =
                new AdditionalElements(additional.detectors(), additional.loops(), additional.programs(), loops);
        return new SimulationSetup(network, demand, more, options);
    }
}
