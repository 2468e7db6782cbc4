package io.clearway.scenario.flow;

import io.clearway.scenario.flow.FlowDefinition.Traffic;

/**
 * The intelligent driver model (Treiber, Hennecke, Helbing 2000, Physical Review E 62, 1805, Equations 3 and 4) with
 * exponent 4, in m and s.
 *
 * @param traffic whose vehicles and drivers it describes
 */
record IntelligentDriver(Traffic traffic) {
    private static final double EXPONENT = 4;
    private static final double SMALLEST_GAP = 0.01;
    private static final int HALVINGS = 60;

    /** Acceleration at a speed, a gap and a speed of the vehicle ahead. */
    double acceleration(double speed, double gap, double leaderSpeed) {
        double strongest = traffic.type().accelerationMetersPerSecond2();
        double comfortable = traffic.type().decelerationMetersPerSecond2();
        double closing = speed * (speed - leaderSpeed) / (2 * Math.sqrt(strongest * comfortable));
        double wanted = traffic.following().minimumGapMeters()
                + Math.max(0, speed * traffic.following().timeGapSeconds() + closing);
        double free = Math.pow(speed / traffic.following().highestSpeedMetersPerSecond(), EXPONENT);
        double near = wanted / Math.max(gap, SMALLEST_GAP);
        return strongest * (1 - free - near * near);
    }

    /** The speed at which vehicles that all drive alike at a gap neither gain nor lose speed. */
    double uniformSpeed(double gap) {
        double low = 0;
        double high = traffic.following().highestSpeedMetersPerSecond();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (acceleration(middle, gap, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
