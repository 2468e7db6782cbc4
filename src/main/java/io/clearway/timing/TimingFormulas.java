package io.clearway.timing;

import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Path;

/** Times from speeds and lengths, each in whole seconds; the formulas of engineers' guidelines. */
final class TimingFormulas {
    /** Perception and reaction time, ITE (2020), Guidelines for Determining Traffic Signal Change Intervals. */
    private static final double REACTION_SECONDS = 1.0;
    /** Comfortable deceleration, the same: 10 ft/s². */
    private static final double DECELERATION = 3.05;
    /** MUTCD (2009), section 4D.26: yellow lasts 3 to 6 s. */
    private static final int SHORTEST_YELLOW = 3;

    private static final int LONGEST_YELLOW = 6;

    /**
     * RiLSA 2015, section 2.4: yellow of 3 s up to 50 km/h, 4 s up to 60 km/h, 5 s above; 1 km/h for rounded limits.
     */
    private static final double RILSA_FAST = 51 / 3.6;

    private static final double RILSA_FASTER = 61 / 3.6;
    private static final int RILSA_FAST_YELLOW = 4;
    private static final int RILSA_FASTER_YELLOW = 5;

    /** RiLSA 2015, table 2.2: crossing time of vehicles that pass the stop line at the end of green. */
    private static final double CROSSING_STRAIGHT_SECONDS = 3;

    private static final double CROSSING_TURNING_SECONDS = 2;
    /** RiLSA 2015, section 2.5.3: clearing speeds, straight on and turning. */
    private static final double CLEARING_STRAIGHT_SPEED = 10;

    private static final double CLEARING_TURNING_SPEED = 7;
    /** RiLSA 2015: length of a clearing vehicle, and the entering speed of 40 km/h. */
    private static final double VEHICLE_METERS = 6;

    private static final double ENTERING_SPEED = 40 / 3.6;
    /** Walking speed of RiLSA 2015, section 2.5.3; MUTCD 4E.06 has 3.5 ft/s, 1.07 m/s, with the walk's buffer. */
    private static final double WALKING_SPEED = 1.2;

    private static final char STRAIGHT = 's';

    private TimingFormulas() {}

    /**
     * Yellow change interval t + v / (2 a), rounded to a second, within MUTCD's limits and not shorter than RiLSA's.
     * Grades are taken as level.
     *
     * @param speed of the approach in m/s
     */
    static int yellowSeconds(double speed) {
        long kinematic = Math.round(REACTION_SECONDS + speed / (2 * DECELERATION));
        int german =
                speed <= RILSA_FAST ? SHORTEST_YELLOW : speed <= RILSA_FASTER ? RILSA_FAST_YELLOW : RILSA_FASTER_YELLOW;
        return Math.min(LONGEST_YELLOW, Math.max(german, (int) kinematic));
    }

    /**
     * Intergreen from vehicles to whoever begins: crossing time and clearing time less entering time (RiLSA 2015,
     * equation 2-1), and not shorter than yellow.
     *
     * @param yellowSeconds of the ending movement
     */
    static int vehicleIntergreenSeconds(Link ending, Link beginning, int yellowSeconds) {
        boolean straight = ending.direction() == STRAIGHT;
        ConflictPoint point = ConflictPoint.of(ending.path(), beginning.path());
        double speed = clearingSpeed(ending.path(), straight ? CLEARING_STRAIGHT_SPEED : CLEARING_TURNING_SPEED);
        double crossing = straight ? CROSSING_STRAIGHT_SECONDS : CROSSING_TURNING_SECONDS;
        double clearing = (point.clearingMeters() + VEHICLE_METERS) / speed;
        double entering = beginning.path().crossing() ? 0 : point.enteringMeters() / ENTERING_SPEED;
        return Math.max(yellowSeconds, (int) Math.ceil(crossing + clearing - entering));
    }

    private static double clearingSpeed(Path path, double usual) {
        double limit = path.speedLimitMetersPerSecond();
        return limit > 0 ? Math.min(limit, usual) : usual;
    }

    /** Pedestrian clearance: the crossing's length at walking speed. */
    static int walkClearanceSeconds(Path crossing) {
        return (int) Math.ceil(crossing.lengthMeters() / WALKING_SPEED);
    }
}
