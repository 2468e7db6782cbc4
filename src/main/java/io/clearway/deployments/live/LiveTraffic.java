package io.clearway.deployments.live;

import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.ModeTrips;
import io.clearway.scenario.LiveInterface;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.TrafficSimulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The actuator and sensor of a controlled simulation: sets signal states second by second, reads back what the signals
 * show, and measures the traffic. It decides nothing. Used by one thread at a time.
 */
final class LiveTraffic {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTraffic.class);

    private final TrafficSimulation simulation;
    private final LiveInterface scenario;
    private final List<String> lights;
    private final LiveTrafficMeter meter;
    private final FrameSampler frames;
    private final TripMeter trips = new TripMeter();
    private final Set<String> set = new HashSet<>();
    private Readings readings;

    LiveTraffic(TrafficSimulation simulation, LiveInterface scenario, FrameSampler frames) {
        this.simulation = simulation;
        this.frames = frames;
        this.scenario = scenario;
        this.lights = scenario.subscriptions().lights();
        this.readings = simulation.subscribe(scenario.subscriptions());
        this.meter = new LiveTrafficMeter(scenario, readings);
    }

    /** The newest readings. */
    Readings readings() {
        return readings;
    }

    /** Simulated time of the newest readings. */
    double seconds() {
        return readings.seconds();
    }

    /** Signal states in the newest readings, in the order of the agents. */
    List<String> shown() {
        List<String> shown = new ArrayList<>();
        for (int light = 0; light < lights.size(); light++) {
            shown.add(readings.lightState(light));
        }
        return shown;
    }

    /**
     * Runs the simulation up to a simulated time while the signals show these states.
     *
     * @param states by traffic light; lights that are not named stay as they are
     */
    void show(Map<String, String> states, double untilSeconds) {
        Map<String, String> changed = new HashMap<>(states);
        changed.entrySet().removeAll(standing().entrySet());
        set.addAll(states.keySet());
        sampleTrips();
        readings = simulation.advance(changed, untilSeconds);
        meter.count(readings);
        picture();
    }

    private void sampleTrips() {
        if (trips.isDue(readings.seconds())) {
            trips.sample(readings.seconds(), simulation.timeLosses());
        }
    }

    /** Nobody's signal may depend on a picture. */
    private void picture() {
        try {
            frames.sample(
                    simulation,
                    readings,
                    lights.size(),
                    scenario.subscriptions().lanes().size());
        } catch (SimulationException lost) {
            throw lost;
        } catch (RuntimeException ours) {
            LOG.warn("The frame of {} s could not be taken: {}", readings.seconds(), ours.toString());
        }
    }

    /** What is shown now: a state that another client replaced has to be set again, even if it is the one set last. */
    private Map<String, String> standing() {
        Map<String, String> standing = new HashMap<>();
        for (int light = 0; light < lights.size(); light++) {
            if (set.contains(lights.get(light))) {
                standing.put(lights.get(light), readings.lightState(light));
            }
        }
        return standing;
    }

    /** Whether vehicles wait, by signal and by signal index; where that cannot be told, they do. */
    boolean[][] waiting() {
        try {
            return scenario.waiting(readings);
        } catch (RuntimeException ours) {
            LOG.warn("Who waits at {} s cannot be told: {}", readings.seconds(), ours.toString());
            return shown().stream()
                    .map(state -> {
                        boolean[] all = new boolean[state.length()];
                        Arrays.fill(all, true);
                        return all;
                    })
                    .toArray(boolean[][]::new);
        }
    }

    /** Returns a signal to its program in the network. */
    void release(String light) {
        set.remove(light);
        scenario.signals().stream()
                .filter(signal -> signal.light().equals(light))
                .forEach(signal ->
                        simulation.resumeProgram(light, signal.fixedTime().id()));
    }

    LiveMetrics metrics() {
        return meter.metrics(readings);
    }

    /** Trips that ended, by mode of travel. */
    List<ModeTrips> trips() {
        return trips.trips();
    }

    List<IntersectionMetrics> intersections() {
        return meter.intersections(readings);
    }
}
