package io.clearway.deployments.live;

import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.control.SignalPlan;
import io.clearway.deployments.control.SignalReadback;
import io.clearway.scenario.LiveInterface;
import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficSimulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The actuator and sensor of a controlled simulation: sets signal states as plans say, reads back what the signals
 * show, and measures the traffic. It decides nothing. Used by one thread at a time.
 */
final class LiveTraffic {
    private static final double FRAME_INTERVAL_SECONDS = 1;

    private final TrafficSimulation simulation;
    private final LiveInterface scenario;
    private final List<String> lights;
    private final LiveTrafficMeter meter;
    private final FrameSampler frames;
    private final Map<String, String> commanded = new HashMap<>();
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
     * Runs the simulation up to a simulated time while the signals show what the plans say.
     *
     * @return what was read back after each change of a signal, before the next one; the last is of
     *     {@code untilSeconds}
     */
    List<SignalReadback> apply(List<SignalPlan> plans, double untilSeconds) {
        List<SignalReadback> readbacks = new ArrayList<>();
        NavigableMap<Double, Map<String, String>> changes = changes(plans);
        for (Map.Entry<Double, Map<String, String>> change : changes.entrySet()) {
            Double next = changes.higherKey(change.getKey());
            command(change.getValue(), next == null ? untilSeconds : next);
            readbacks.add(new SignalReadback(
                    readings.seconds(),
                    shown(),
                    lights.stream().map(commanded::get).toList()));
        }
        forgetOverridden();
        return readbacks;
    }

    /** Returns every signal to its program in the network. */
    void release() {
        scenario.signals()
                .forEach(signal -> simulation.resumeProgram(
                        signal.light(), signal.fixedTime().id()));
    }

    LiveMetrics metrics() {
        return meter.metrics(readings);
    }

    List<IntersectionMetrics> intersections() {
        return meter.intersections(readings);
    }

    /** New states by traffic light, by the simulated time at which they begin. */
    private static NavigableMap<Double, Map<String, String>> changes(List<SignalPlan> plans) {
        NavigableMap<Double, Map<String, String>> changes = new TreeMap<>();
        for (SignalPlan plan : plans) {
            for (SignalPlan.Showing showing : plan.showings()) {
                changes.computeIfAbsent(showing.fromSeconds(), time -> new HashMap<>())
                        .put(plan.light(), showing.state());
            }
        }
        return changes;
    }

    /** Sets states that are not set already and advances; stops each second while frames are wanted. */
    private void command(Map<String, String> states, double untilSeconds) {
        Map<String, String> changed = new HashMap<>(states);
        changed.entrySet().removeAll(commanded.entrySet());
        commanded.putAll(changed);
        double now = readings.seconds();
        while (now + FRAME_INTERVAL_SECONDS < untilSeconds && frames.isWanted(now)) {
            now += FRAME_INTERVAL_SECONDS;
            advance(changed, now);
            changed = Map.of();
        }
        advance(changed, untilSeconds);
    }

    private void advance(Map<String, String> changed, double untilSeconds) {
        readings = simulation.advance(changed, untilSeconds);
        meter.count(readings);
        frames.sample(
                simulation,
                readings,
                lights.size(),
                scenario.subscriptions().lanes().size());
    }

    /** A state that another client replaced has to be set again, even if it is the one set last. */
    private void forgetOverridden() {
        List<String> shown = shown();
        for (int light = 0; light < lights.size(); light++) {
            if (!shown.get(light).equals(commanded.get(lights.get(light)))) {
                commanded.remove(lights.get(light));
            }
        }
    }
}
