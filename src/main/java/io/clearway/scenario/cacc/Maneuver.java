package io.clearway.scenario.cacc;

import java.util.Arrays;

/**
 * How a platoon begins and what the car ahead of it does. One number decides: the start.
 *
 * @param unit what the start is, with its unit, for messages
 * @param lowest smallest start
 * @param highest largest start
 * @param fastest largest start that is no faster than a vehicle can be
 * @param beginning the platoon of so many vehicles at a start
 * @param ahead speed of the car ahead at a step, given the start
 */
record Maneuver(String unit, double lowest, double highest, double fastest, Beginning beginning, SpeedAhead ahead) {
    private static final int SLOWING_STEPS = 300;

    /** Starts as multiples of the target. */
    private static final double LOWEST_START = 1.5;

    private static final double HIGHEST_START = 2.5;

    /** Makes the platoon of an episode. */
    interface Beginning {
        Platoon of(double start, int vehicles);
    }

    /** Speed of the car ahead, in m/s. */
    interface SpeedAhead {
        double at(double start, int step);
    }

    /** All at the target speed, the first vehicle too far behind the car ahead. The start is its headway in m. */
    static Maneuver catchUp() {
        return new Maneuver(
                "headway of the first vehicle in m",
                LOWEST_START * Platoon.TARGET_HEADWAY,
                HIGHEST_START * Platoon.TARGET_HEADWAY,
                HIGHEST_START * Platoon.TARGET_HEADWAY,
                (start, vehicles) -> {
                    double[] headways = filled(vehicles, Platoon.TARGET_HEADWAY);
                    headways[0] = start;
                    return new Platoon(headways, filled(vehicles, Platoon.TARGET_SPEED));
                },
                (start, step) -> Platoon.TARGET_SPEED);
    }

    /**
     * All at the target distance but too fast, the car ahead slowing down to the target speed within 300 steps. The
     * start is the common speed in m/s.
     */
    static Maneuver slowDown() {
        return new Maneuver(
                "speed of all vehicles in m/s",
                LOWEST_START * Platoon.TARGET_SPEED,
                HIGHEST_START * Platoon.TARGET_SPEED,
                Platoon.HIGHEST_SPEED,
                (start, vehicles) -> new Platoon(filled(vehicles, Platoon.TARGET_HEADWAY), filled(vehicles, start)),
                (start, step) -> step >= SLOWING_STEPS
                        ? Platoon.TARGET_SPEED
                        : start + (Platoon.TARGET_SPEED - start) * step / (SLOWING_STEPS - 1));
    }

    /** The start at a share of the way from the lowest to the highest. */
    double between(double share) {
        return lowest + share * (highest - lowest);
    }

    private static double[] filled(int vehicles, double value) {
        double[] values = new double[vehicles];
        Arrays.fill(values, value);
        return values;
    }
}
