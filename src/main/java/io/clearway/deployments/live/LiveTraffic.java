package io.clearway.deployments.live;

import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.control.PlanIssuer;
import io.clearway.deployments.control.SignalPlan;
import io.clearway.scenario.LiveInterface;
import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficSimulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A joined simulation: carries out signal plans, reads back what it shows, and measures its traffic. */
final class LiveTraffic {
    private static final double FILM_STRIDE_SECONDS = 1;

    private final TrafficSimulation simulation;
    private final LiveInterface scenario;
    private final List<String> lights;
    private final LiveTrafficMeter gauge;
    private final FrameSampler camera;
    private final Map<String, String> ordered = new HashMap<>();
    private Readings readings;

    LiveTraffic(TrafficSimulation simulation, LiveInterface scenario, FrameSampler camera) {
        this.simulation = simulation;
        this.camera = camera;
        this.scenario = scenario;
        this.lights = scenario.watch().lights();
        this.gauge = new LiveTrafficMeter(scenario);
        this.readings = simulation.subscribe(scenario.watch());
    }

    /** What was read last. */
    Readings readings() {
        return readings;
    }

    /** States shown at the last reading, in the order of the agents. */
    List<String> shown() {
        List<String> shown = new ArrayList<>();
        for (int light = 0; light < lights.size(); light++) {
            shown.add(readings.lightState(light));
        }
        return shown;
    }

    /** Carries out plans up to a simulated time; what each change led to is read back before the next. */
    void carryOut(List<SignalPlan> plans, double toSeconds, PlanIssuer issuer) {
        NavigableMap<Double, Map<String, String>> changes = changes(plans);
        for (Map.Entry<Double, Map<String, String>> change : changes.entrySet()) {
            Double next = changes.higherKey(change.getKey());
            order(change.getValue(), next == null ? toSeconds : next);
            issuer.watch(shown(), lights.stream().map(ordered::get).toList(), readings.seconds());
        }
        issuer.synchronize(shown(), readings.seconds());
        forgetOverruled();
    }

    /** Gives every light back to its network's program. */
    void handBack() {
        scenario.signals()
                .forEach(signal -> simulation.resumeProgram(
                        signal.light(), signal.fixedTime().id()));
    }

    LiveMetrics figures() {
        return gauge.figures(readings);
    }

    List<IntersectionMetrics> intersections() {
        return gauge.intersections(readings);
    }

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

    private void order(Map<String, String> states, double untilSeconds) {
        Map<String, String> news = new HashMap<>(states);
        news.entrySet().removeAll(ordered.entrySet());
        ordered.putAll(news);
        double now = readings.seconds();
        while (now + FILM_STRIDE_SECONDS < untilSeconds && camera.isOn(now)) {
            now += FILM_STRIDE_SECONDS;
            advance(news, now);
            news = Map.of();
        }
        advance(news, untilSeconds);
    }

    private void advance(Map<String, String> news, double untilSeconds) {
        readings = simulation.advance(news, untilSeconds);
        gauge.count(readings);
        camera.take(
                simulation, readings, lights.size(), scenario.watch().lanes().size());
    }

    /** What somebody else changed has to be ordered again, even if it was ordered before. */
    private void forgetOverruled() {
        List<String> shown = shown();
        for (int light = 0; light < lights.size(); light++) {
            if (!shown.get(light).equals(ordered.get(lights.get(light)))) {
                ordered.remove(lights.get(light));
            }
        }
    }
}
