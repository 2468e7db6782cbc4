package io.clearway.scenario.flow;

import io.clearway.scenario.AgentReadings;

/**
 * What a rule reads of a vehicle.
 *
 * @param speed in m/s
 * @param gap from its front to the back of the vehicle ahead, in m
 * @param leaderSpeed speed of the vehicle ahead, in m/s
 * @param spacing length of the way per vehicle, in m
 */
record VehicleReadings(double speed, double gap, double leaderSpeed, double spacing) implements AgentReadings {
    @Override
    public boolean isFinite() {
        return Double.isFinite(speed)
                && Double.isFinite(gap)
                && Double.isFinite(leaderSpeed)
                && Double.isFinite(spacing);
    }
}
