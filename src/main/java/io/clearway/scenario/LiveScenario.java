package io.clearway.scenario;

import io.clearway.setting.Settings;

/** A scenario of traffic lights that can also be driven in a simulation that somebody else runs. */
public interface LiveScenario extends SimulatedScenario {
    /**
     * What has to be known to drive it from outside.
     *
     * @param settings part of {@link #defaults}
     * @throws io.clearway.setting.InvalidSetting for an unknown or unusable setting
     */
    LiveInterface live(Settings settings);
}
