package io.clearway.scenario.flow;

/**
 * What a rule reads of a vehicle.
 *
 * @param speed in m/s
 * @param gap from its front to the back of the vehicle ahead, in m
 * @param leaderSpeed speed of the vehicle ahead, in m/s
 * @param spacing length of the way per vehicle, in m
 */
record VehicleReadings(double speed, double gap, double leaderSpeed, double spacing) {
    static VehicleReadings of(double[] values) {
        return new VehicleReadings(values[0], values[1], values[2], values[3]);
    }

    double[] values() {
        return new double[] {speed, gap, leaderSpeed, spacing};
    }
}
