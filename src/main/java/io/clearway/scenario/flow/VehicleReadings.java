package io.clearway.scenario.flow;

import io.clearway.scenario.AgentReadings;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rule reads of a vehicle.
 *
 * @param speed in m/s
 * @param gap from its front to the back of the vehicle ahead, in m
 * @param leaderSpeed speed of the vehicle ahead, in m/s
 * @param spacing length of the way per vehicle, in m
 * @param position of its front from the beginning of the way, in m
 */
record VehicleReadings(double speed, double gap, double leaderSpeed, double spacing, double position)
        implements AgentReadings {
    @Override
    public boolean isFinite() {
        return Double.isFinite(speed)
                && Double.isFinite(gap)
                && Double.isFinite(leaderSpeed)
                && Double.isFinite(spacing)
                && Double.isFinite(position);
    }

    @Override
    public Map<String, Double> traced() {
        return new TreeMap<>(Map.of("position_meters", position, "speed_mps", speed));
    }
}
