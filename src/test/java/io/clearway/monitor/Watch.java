package io.clearway.monitor;

import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.Optional;
import java.util.function.IntPredicate;

/** A monitor that sees states second by second. */
final class Watch {
    final SignalMonitor monitor;
    private double seconds = 100;

    private Watch(TrafficLight light) {
        monitor = new SignalMonitor(light, Junction.timing());
    }

    static Watch of(String... programStates) {
        return new Watch(Junction.light(programStates));
    }

    static Watch of(TrafficLight light) {
        return new Watch(light);
    }

    /** Shows a state for some seconds while nobody waits. */
    Watch shows(String state, int duration) {
        return shows(state, duration, index -> false);
    }

    Watch shows(String state, int duration, IntPredicate waiting) {
        for (int second = 0; second < duration; second++) {
            monitor.observe(state, ++seconds, waiting);
        }
        return this;
    }

    Watch misses(int duration) {
        seconds += duration;
        return this;
    }

    Watch resets() {
        monitor.reset(seconds);
        return this;
    }

    double seconds() {
        return seconds;
    }

    Optional<Trip.Kind> kind() {
        return monitor.trip().map(Trip::kind);
    }

    String description() {
        return monitor.trip().map(Trip::description).orElse("");
    }
}
