package io.clearway.timing;

import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Path;

/** Times from speeds and lengths, each in whole seconds; the formulas of engineers' guidelines. */
final class TimingFormulas {
    /** Perception and reaction time, ITE (2020), Guidelines for Determining Traffic Signal Change Intervals. */
    private static final double REACTION_SECONDS = 1.0;
    /** Comfortable deceleration, the same: 10 ft/s². */
    private static final double DECELERATION = 3.05;

    private static final double GRAVITY = 9.81;
    /** Steepest street of AASHTO (2018), chapter 5: what is steeper in a network is taken for an error of heights. */
    private static final double STEEPEST_GRADE = 0.15;
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

    /**
     * RiLSA 2015, section 2.5.3: bicycles cross the stop line up to 1 s after green, clear at 4 m/s, have no length.
     */
    private static final double BICYCLE_CROSSING_SECONDS = 1;

    private static final double BICYCLE_SPEED = 4;
    /** RiLSA 2015, section 2.5.3: length of a tram, and the braking that gives its crossing time, 5 s from 50 km/h. */
    private static final double TRAM_METERS = 15;

    private static final double TRAM_DECELERATION = 1.4;

    private static final char STRAIGHT = 's';

    private TimingFormulas() {}

    /**
     * Yellow change interval t + v / (2 a + 2 g G) of ITE (2020), rounded to a second, within MUTCD's limits and not
     * shorter than RiLSA's. ITE's grade G shortens the yellow uphill; here it only lengthens it downhill, as it comes
     * from heights on a map, and a yellow that is too long by their error is safe while one too short is not.
     *
     * @param speed of the approach in m/s
     * @param grade of the approach, rise per meter, negative downhill; 15 % downhill at most counts
     */
    static int yellowSeconds(double speed, double grade) {
        double downhill = Math.max(-STEEPEST_GRADE, Math.min(0, grade));
        long kinematic = Math.round(REACTION_SECONDS + speed / (2 * (DECELERATION + GRAVITY * downhill)));
        int german =
                speed <= RILSA_FAST ? SHORTEST_YELLOW : speed <= RILSA_FASTER ? RILSA_FAST_YELLOW : RILSA_FASTER_YELLOW;
        return Math.min(LONGEST_YELLOW, Math.max(german, (int) kinematic));
    }

    /**
     * Intergreen from motor vehicles to whoever begins: crossing time and clearing time less entering time (RiLSA 2015,
     * equation 2-1), and not shorter than yellow.
     *
     * @param yellowSeconds of the ending movement
     */
    static int vehicleIntergreenSeconds(Link ending, Link beginning, int yellowSeconds) {
        double crossing = ending.direction() == STRAIGHT ? CROSSING_STRAIGHT_SECONDS : CROSSING_TURNING_SECONDS;
        return intergreenSeconds(ending, beginning, yellowSeconds, crossing, clearing(ending, VEHICLE_METERS));
    }

    /**
     * The same from bicycles, which begin to cross less late and clear more slowly.
     *
     * @param yellowSeconds of the ending movement
     */
    static int bicycleIntergreenSeconds(Link ending, Link beginning, int yellowSeconds) {
        return intergreenSeconds(
                ending, beginning, yellowSeconds, BICYCLE_CROSSING_SECONDS, new Clearing(0, BICYCLE_SPEED));
    }

    /**
     * The same from trams, which brake later than motor vehicles and are longer.
     *
     * @param yellowSeconds of the ending movement
     * @param speed of the approach in m/s
     */
    static int tramIntergreenSeconds(Link ending, Link beginning, int yellowSeconds, double speed) {
        double crossing = Math.max(CROSSING_STRAIGHT_SECONDS, speed / (2 * TRAM_DECELERATION));
        return intergreenSeconds(ending, beginning, yellowSeconds, crossing, clearing(ending, TRAM_METERS));
    }

    /** Length and speed of whoever clears. */
    private record Clearing(double meters, double speed) {}

    private static Clearing clearing(Link ending, double meters) {
        double usual = ending.direction() == STRAIGHT ? CLEARING_STRAIGHT_SPEED : CLEARING_TURNING_SPEED;
        return new Clearing(meters, clearingSpeed(ending.path(), usual));
    }

    private static int intergreenSeconds(
            Link ending, Link beginning, int yellowSeconds, double crossing, Clearing clearing) {
        ConflictPoint point = ConflictPoint.of(ending.path(), beginning.path());
        double clears = (point.clearingMeters() + clearing.meters()) / clearing.speed();
        double enters = beginning.path().crossing() ? 0 : point.enteringMeters() / ENTERING_SPEED;
        return Math.max(yellowSeconds, (int) Math.ceil(crossing + clears - enters));
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
