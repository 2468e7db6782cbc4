package io.clearway.deployments.recording;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;

/** Lets a simulation of our own be joined as if somebody else ran it. */
record RecordedSimulation(TrafficSimulator simulator, SimulationSetup own) implements TrafficSimulator {
    @Override
    public String version() {
        return simulator.version();
    }

    @Override
    public CompiledNetwork compile(NetworkSource source) {
        return simulator.compile(source);
    }

    @Override
    public TrafficSimulation start(SimulationSetup setup) {
        return simulator.start(setup);
    }

    @Override
    public TrafficSimulation attach(LiveAddress address) {
        return simulator.start(own);
    }
}
