package io.clearway.simulation;

import java.nio.file.Path;

/** A traffic simulator: compiles networks, starts simulations, attaches to running ones. Safe for many threads. */
public interface TrafficSimulator {
    /** Name and version as the simulator gives it, such as {@code SUMO 1.15.0}. */
    String version();

    /**
     * Makes a network ready to run: plain descriptions are built once and kept by content hash, finished ones are read.
     *
     * @throws SimulationException with the simulator's own words when it refuses the network
     */
    CompiledNetwork compile(NetworkSource source);

    /**
     * How a compiled network looks.
     *
     * @throws SimulationException when that cannot be told
     */
    default RoadMap map(CompiledNetwork network) {
        throw new SimulationException(version() + " does not tell how its networks look");
    }

    /**
     * Starts a simulation of its own, stopped at its beginning with nothing watched.
     *
     * @throws SimulationException with the simulator's own words when it does not start
     */
    TrafficSimulation start(SimulationSetup setup);

    /**
     * Writes everything that somebody needs to run a simulation by hand into a folder: network, demand, detectors and a
     * configuration that names them.
     *
     * @param endSeconds simulated time at which it ends
     * @throws SimulationException when the files cannot be written
     */
    default void write(SimulationSetup setup, double endSeconds, Path folder) {
        throw new SimulationException(version() + " cannot be run by hand");
    }

    /**
     * Joins a simulation that somebody else runs.
     *
     * @throws SimulationException when nothing answers there, or something that is no simulator
     */
    TrafficSimulation attach(LiveAddress address);
}
