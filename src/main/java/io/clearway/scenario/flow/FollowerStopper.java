package io.clearway.scenario.flow;

/**
 * A speed command that damps stop-and-go waves (Stern et al. 2018, Transportation Research Part C 89, 205–221): up to a
 * first gap the vehicle stops, up to a second it follows the one ahead, up to a third it comes nearer to the desired
 * speed, beyond it drives at that. The gaps grow with the square of the speed at which the one ahead is approached.
 *
 * @param desiredSpeed U, in m/s
 */
record FollowerStopper(double desiredSpeed) {
    private static final double[] GAPS = {4.5, 5.25, 6.0};
    private static final double[] DECELERATIONS = {1.5, 1.0, 0.5};

    /** The speed to drive at. */
    double command(double speed, double gap, double leaderSpeed) {
        double approach = Math.min(leaderSpeed - speed, 0);
        double leader = Math.min(Math.max(leaderSpeed, 0), desiredSpeed);
        double first = border(0, approach);
        double second = border(1, approach);
        double third = border(2, approach);
        if (gap <= first) {
            return 0;
        }
        if (gap <= second) {
            return leader * (gap - first) / (second - first);
        }
        if (gap <= third) {
            return leader + (desiredSpeed - leader) * (gap - second) / (third - second);
        }
        return desiredSpeed;
    }

    private static double border(int which, double approach) {
        return GAPS[which] + approach * approach / (2 * DECELERATIONS[which]);
    }
}
