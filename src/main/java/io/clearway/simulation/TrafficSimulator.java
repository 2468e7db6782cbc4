package io.clearway.simulation;

import java.nio.file.Path;

/** A traffic simulator: compiles networks, starts simulations, attaches to running ones. Safe for many threads. */
public interface TrafficSimulator {
    /** Name and version as the simulator reports it, such as {@code SUMO 1.15.0}. */
    String version();

    /**
     * Prepares a network: plain descriptions are built once and cached by content hash, finished files are read.
     *
     * @throws SimulationException with the simulator's error message when it rejects the network
     */
    CompiledNetwork compile(NetworkSource source);

    /**
     * Shapes of the lanes of a compiled network.
     *
     * @throws SimulationException when the simulator does not support that
     */
    default RoadMap roadMap(CompiledNetwork network) {
        throw new SimulationException(version() + " does not report the shapes of lanes");
    }

    /**
     * Starts a simulation, which waits at its beginning, without subscriptions.
     *
     * @throws SimulationException with the simulator's error message when it does not start
     */
    TrafficSimulation start(SimulationSetup setup);

    /**
     * Writes all that is needed to run a simulation by hand into a folder: network, demand, detectors and a
     * configuration that names them.
     *
     * @param endSeconds simulated time at which it ends
     * @throws SimulationException when the files cannot be written
     */
    default void writeConfiguration(SimulationSetup setup, double endSeconds, Path folder) {
        throw new SimulationException(version() + " does not support configurations");
    }

    /**
     * Connects to a simulation that somebody else runs.
     *
     * @throws SimulationException when no simulator answers there
     */
    TrafficSimulation attach(LiveAddress address);
}
