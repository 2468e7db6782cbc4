package io.clearway.scenario;

import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationSetup;

/** A scenario of traffic lights that can also be driven in a simulation that somebody else runs. */
public interface LiveScenario extends Scenario {
    /**
     * What has to be known to drive it from outside.
     *
     * @param settings part of {@link #defaults}
     * @throws io.clearway.setting.InvalidSetting for an unknown or unusable setting
     */
    LiveInterface live(Settings settings);

    /** Network, demand and detectors of one episode, for those who want to run it themselves. */
    SimulationSetup setup(Settings settings, long seed);
}
