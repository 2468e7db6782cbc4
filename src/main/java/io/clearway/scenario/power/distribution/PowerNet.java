package io.clearway.scenario.power.distribution;

import io.clearway.scenario.power.feeder.Feeder;
import io.clearway.scenario.power.feeder.Zones;
import java.util.List;

/**
 * A feeder with its zones, inverters and peaks.
 *
 * @param feeder lines and nominal loads
 * @param zoneCount zones, see {@link Zones}
 * @param sites bus of each inverter, zone by zone
 * @param peakLoad sum of loads that shapes of 1 stand for (MW)
 * @param peakSun sum of photovoltaic power that a sun of 1 stands for (MW), before it is scaled
 */
record PowerNet(Feeder feeder, int zoneCount, List<Integer> sites, double peakLoad, double peakSun) {
    /** Apparent power of an inverter by its largest active power, as in MAPDN. */
    private static final double OVERSIZE = 1.2;

    /** Places the inverters by {@link Zones#sites}. */
    static PowerNet of(Feeder feeder, int zones, int inverters, double peakLoad, double peakSun) {
        return new PowerNet(feeder, zones, new Zones(feeder, zones).sites(feeder, inverters), peakLoad, peakSun);
    }

    /** The zones of its buses. */
    Zones zones() {
        return new Zones(feeder, zoneCount);
    }

    /** How many inverters there are. */
    int inverters() {
        return sites.size();
    }

    /** Largest active power of each inverter (MW) under a scale of photovoltaic power. */
    double largestActive(double sunScale) {
        return peakSun * sunScale / inverters();
    }

    /**
     * The reactive power that an inverter has left at most, √(s_max² − p²) with s_max = 1.2 · its largest p.
     *
     * @param active p now (MW)
     * @param largestActive its largest p (MW)
     * @return (Mvar), 0 or more
     */
    static double room(double active, double largestActive) {
        double apparent = OVERSIZE * largestActive;
        return Math.sqrt(Math.max(0, apparent * apparent - active * active));
    }
}
