package io.clearway.scenario.cacc;

import io.clearway.scenario.AgentReadings;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rule reads of a vehicle in a platoon.
 *
 * @param headway distance to the vehicle ahead, in m
 * @param speed in m/s
 * @param acceleration in the last step, in m/s²
 */
record PlatoonReadings(double headway, double speed, double acceleration) implements AgentReadings {
    @Override
    public boolean isFinite() {
        return Double.isFinite(headway) && Double.isFinite(speed) && Double.isFinite(acceleration);
    }

    @Override
    public Map<String, Double> traced() {
        return new TreeMap<>(Map.of("headway_meters", headway, "speed_mps", speed));
    }
}
