package io.clearway.scenario.cacc;

import java.util.Arrays;

/**
 * Vehicles behind each other on one lane by the optimal velocity model (Chu, Chinchali, Katti 2020, Section 5.3; Bando
 * et al. 1995), in steps of {@value #STEP_SECONDS} s. Once two are closer than {@value #CRASH_METERS} m all of them
 * stand as they are. Lengths in m, speeds in m/s, accelerations in m/s²; vehicle 0 is the first one, behind a car of
 * given speed.
 */
final class Platoon {
    static final double STEP_SECONDS = 0.1;
    static final double CRASH_METERS = 1;
    static final double HIGHEST_SPEED = 30;
    /** Speed v* that all should have. */
    static final double TARGET_SPEED = 15;
    /** Distance h* that all should keep. */
    static final double TARGET_HEADWAY = 20;

    private static final double HIGHEST_ACCELERATION = 2.5;
    private static final double STANDING_HEADWAY = 5;
    private static final double FREE_HEADWAY = 35;
    private static final double SPEED_WEIGHT = 1;
    private static final double ACCELERATION_WEIGHT = 0.1;
    private static final double SPEED_SCALE = 5;
    private static final double LARGEST_DIFFERENCE = 2;

    private final double[] headways;
    private final double[] speeds;
    private final double[] accelerations;
    private boolean crashed;

    /** Distances to the vehicle in front and speeds at the beginning; taken over. */
    Platoon(double[] headways, double[] speeds) {
        this.headways = headways;
        this.speeds = speeds;
        this.accelerations = new double[speeds.length];
    }

    int size() {
        return speeds.length;
    }

    double headway(int vehicle) {
        return headways[vehicle];
    }

    double speed(int vehicle) {
        return speeds[vehicle];
    }

    /** Change of speed in the last step over its duration. */
    double acceleration(int vehicle) {
        return accelerations[vehicle];
    }

    /** Whether two vehicles came too close. */
    boolean crashed() {
        return crashed;
    }

    /** The desired speed at a headway. */
    static double desiredSpeed(double headway) {
        if (headway <= STANDING_HEADWAY) {
            return 0;
        }
        if (headway >= FREE_HEADWAY) {
            return HIGHEST_SPEED;
        }
        double share = (headway - STANDING_HEADWAY) / (FREE_HEADWAY - STANDING_HEADWAY);
        return HIGHEST_SPEED / 2 * (1 - Math.cos(Math.PI * share));
    }

    /**
     * One step; nothing moves any more after a crash.
     *
     * @param gains of each vehicle
     * @param ahead speed of the car ahead now
     * @param aheadNext its speed after the step
     */
    void advance(Gains[] gains, double ahead, double aheadNext) {
        if (crashed) {
            return;
        }
        double[] before = speeds.clone();
        for (int vehicle = 0; vehicle < before.length; vehicle++) {
            double leader = vehicle == 0 ? ahead : before[vehicle - 1];
            double wanted = gains[vehicle].headway() * (desiredSpeed(headways[vehicle]) - before[vehicle])
                    + gains[vehicle].speed() * (leader - before[vehicle]);
            double bounded = Math.max(-HIGHEST_ACCELERATION, Math.min(HIGHEST_ACCELERATION, wanted));
            speeds[vehicle] = Math.max(0, Math.min(HIGHEST_SPEED, before[vehicle] + bounded * STEP_SECONDS));
            accelerations[vehicle] = (speeds[vehicle] - before[vehicle]) / STEP_SECONDS;
        }
        for (int vehicle = 0; vehicle < before.length; vehicle++) {
            double leader = vehicle == 0 ? ahead + aheadNext : before[vehicle - 1] + speeds[vehicle - 1];
            headways[vehicle] += STEP_SECONDS / 2 * (leader - before[vehicle] - speeds[vehicle]);
        }
        crashed = Arrays.stream(headways).min().orElseThrow() < CRASH_METERS;
    }

    /**
     * What a vehicle does with what it sees: u = α (V(h) − v) + β (v_lead − v).
     *
     * @param headway α, 1/s
     * @param speed β, 1/s
     */
    record Gains(double headway, double speed) {}

    /** −(h − h*)² − a (v − v*)² − b u² of a vehicle, without regard to crashes. */
    double comfort(int vehicle) {
        double tooFar = headways[vehicle] - TARGET_HEADWAY;
        double tooFast = speeds[vehicle] - TARGET_SPEED;
        double force = accelerations[vehicle];
        return -tooFar * tooFar - SPEED_WEIGHT * tooFast * tooFast - ACCELERATION_WEIGHT * force * force;
    }

    /**
     * What a vehicle observes: speed, difference to the leader's, difference to the desired one, headway a step ahead,
     * acceleration; each without dimension.
     *
     * @param ahead speed of the car ahead of the platoon
     */
    float[] observation(int vehicle, double ahead) {
        double speed = speeds[vehicle];
        double faster = (vehicle == 0 ? ahead : speeds[vehicle - 1]) - speed;
        return new float[] {
            (float) ((speed - TARGET_SPEED) / TARGET_SPEED),
            (float) bounded(faster / SPEED_SCALE),
            (float) bounded((desiredSpeed(headways[vehicle]) - speed) / SPEED_SCALE),
            (float) ((headways[vehicle] + faster * STEP_SECONDS - TARGET_HEADWAY) / TARGET_HEADWAY),
            (float) (accelerations[vehicle] / HIGHEST_ACCELERATION)
        };
    }

    /** Values in an observation. */
    static final int OBSERVED = 5;

    private static double bounded(double difference) {
        return Math.max(-LARGEST_DIFFERENCE, Math.min(LARGEST_DIFFERENCE, difference));
    }

    /** Everything that defines the motion and its reward, for a hash of the problem. */
    static String facts() {
        return "optimal velocity model 1: "
                + Arrays.toString(new double[] {
                    STEP_SECONDS,
                    CRASH_METERS,
                    HIGHEST_SPEED,
                    TARGET_SPEED,
                    TARGET_HEADWAY,
                    HIGHEST_ACCELERATION,
                    STANDING_HEADWAY,
                    FREE_HEADWAY,
                    SPEED_WEIGHT,
                    ACCELERATION_WEIGHT
                });
    }
}
