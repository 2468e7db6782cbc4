package io.clearway.deployments.live;

import io.clearway.simulation.TrafficSimulation;
import java.util.function.BooleanSupplier;

/** Opens the simulation that a {@link ControlLoop} controls and closes: attaches to a running one, or starts one. */
@FunctionalInterface
public interface SimulationSource {
    /**
     * The simulation, ready to be read and advanced.
     *
     * @param stopRequested whether the loop is to stop, for sources that retry
     * @throws io.clearway.simulation.SimulationException when there is none
     */
    TrafficSimulation open(BooleanSupplier stopRequested);
}
