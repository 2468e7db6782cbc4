package io.clearway.cli;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;

/** A machine on which no simulator is installed. */
final class NoSimulator implements TrafficSimulator {
    private static final String WORDS = "no simulator on this machine";

    @Override
    public String version() {
        throw new SimulationException(WORDS);
    }

    @Override
    public CompiledNetwork compile(NetworkSource source) {
        throw new SimulationException(WORDS);
    }

    @Override
    public TrafficSimulation start(SimulationSetup setup) {
        throw new SimulationException(WORDS);
    }

    @Override
    public TrafficSimulation attach(LiveAddress address) {
        throw new SimulationException(WORDS);
    }
}
