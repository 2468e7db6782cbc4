package io.clearway.scenario;

import io.clearway.setting.Settings;

/** A scenario of traffic lights whose evaluations can write records of what happens in an episode. */
public interface RecordedScenario extends Scenario {
    /**
     * Opens an environment that writes records of each episode, and samples measurements every second; the traffic is
     * the same as without.
     *
     * @param settings part of {@link #defaults}
     * @param records which, and where
     * @throws io.clearway.setting.InvalidSetting for an unknown or unusable setting, or a corridor that there is not
     */
    MeasuredEnvironment openRecorded(Settings settings, EpisodeRecords records);
}
