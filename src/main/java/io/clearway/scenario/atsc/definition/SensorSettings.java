package io.clearway.scenario.atsc.definition;

import io.clearway.setting.InvalidSetting;

/**
 * What agents and rules observe the traffic with, and how reliable it is.
 *
 * @param sensors which sensors there are
 * @param sensorFailures chance of a lane's sensors to fail for good within an episode
 * @param sensorNoise chance of a vehicle to be miscounted at a reading
 */
public record SensorSettings(SensorKind sensors, double sensorFailures, double sensorNoise) {
    public SensorSettings {
        requireShare("sensorFailures", sensorFailures);
        requireShare("sensorNoise", sensorNoise);
    }

    /** Sensors without faults. */
    static SensorSettings faultless(SensorKind sensors) {
        return new SensorSettings(sensors, 0, 0);
    }

    /** Whether sensors fail or miscount. */
    public boolean faulty() {
        return sensorFailures > 0 || sensorNoise > 0;
    }

    private static void requireShare(String field, double given) {
        if (!(given >= 0 && given <= 1)) {
            throw new InvalidSetting(field, given, "give a number from 0 to 1");
        }
    }
}
