package io.clearway.scenario;

import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationSetup;

/** A scenario whose traffic a simulator runs. */
public interface SimulatedScenario extends Scenario {
    /** Network and demand of one episode, for running it outside of Clearway. */
    SimulationSetup setup(Settings settings, long seed);
}
