package io.clearway.scenario;

import io.clearway.events.LogTarget;
import io.clearway.setting.Settings;

/** A scenario of traffic lights whose evaluations can write event logs. */
public interface LoggedScenario extends Scenario {
    /**
     * Opens an environment that writes a log of each episode, and samples measurements every second; the traffic is the
     * same as without.
     *
     * @param settings part of {@link #defaults}
     * @param target where the logs go
     * @throws io.clearway.setting.InvalidSetting for an unknown or unusable setting
     */
    MeasuredEnvironment openLogged(Settings settings, LogTarget target);
}
