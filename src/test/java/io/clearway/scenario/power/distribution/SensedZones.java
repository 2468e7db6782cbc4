package io.clearway.scenario.power.distribution;

import io.clearway.network.JointObservation;
import io.clearway.scenario.SensedObservation;
import java.util.List;

/** Readings of zones in an observation. */
final class SensedZones {
    private SensedZones() {}

    static List<ZoneReadings> of(JointObservation seen) {
        return SensedObservation.readings(seen, ZoneReadings.class);
    }
}
