package io.clearway.simulation;

import java.util.Map;

/**
 * Commands that are carried out before the next step, in the order of the maps.
 *
 * @param lights signal state to show from now on, by traffic light; lights not named stay as they are
 * @param speeds speed to drive from now on, in m/s, by vehicle, or {@link #AS_DRIVER}; vehicles not named stay as they
 *     are. A vehicle's {@link DriverChecks} limit how far it follows
 */
public record Commands(Map<String, String> lights, Map<String, Double> speeds) {
    /** In place of a speed: the car-following model decides again. */
    public static final double AS_DRIVER = -1;

    /** No commands. */
    public static final Commands NONE = new Commands(Map.of(), Map.of());

    public Commands {
        speeds.forEach((vehicle, speed) -> {
            if (!(speed >= 0 || speed == AS_DRIVER) || Double.isInfinite(speed)) {
                throw new IllegalArgumentException(
                        "Vehicle '%s' cannot drive at %s m/s; a speed is 0 or more".formatted(vehicle, speed));
            }
        });
    }

    /** Lights only. */
    public static Commands toLights(Map<String, String> states) {
        return new Commands(states, Map.of());
    }

    /** Vehicles only. */
    public static Commands toVehicles(Map<String, Double> speeds) {
        return new Commands(Map.of(), speeds);
    }

    /** Whether there are no commands. */
    public boolean isEmpty() {
        return lights.isEmpty() && speeds.isEmpty();
    }
}
