package io.clearway.telemetry;

import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveStatus;
import io.clearway.deployments.ModeTrips;
import io.clearway.deployments.performance.NewestFigures.SignalFigures;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The meters of one deployment while it is active. */
final class DrivenMeters implements AutoCloseable {
    private final MeterRegistry registry;
    private final String[] tags;
    private final int signals;
    private final int intersections;
    private final List<Meter> meters = new ArrayList<>();
    private final boolean logged;
    private final Set<String> modes = new HashSet<>();
    private volatile LiveStatus live;
    private volatile Map<String, SignalFigures> performance = Map.of();

    /** @param most intersections that may have meters of their own, the first ones of the deployment */
    DrivenMeters(MeterRegistry registry, Deployment deployment, DeploymentReport report, int most) {
        this.registry = registry;
        this.tags = new String[] {deployment.id().toString(), deployment.name(), deployment.scenario()};
        this.live = report.live();
        this.logged = deployment.limits().eventLog();
        this.signals = live.signals().size();
        this.intersections = Math.min(most, live.intersections().size());
        addTraffic();
        addDecisions();
        for (int i = 0; i < intersections; i++) {
            addIntersection(i);
        }
    }

    /** The signals with meters whose performance can be measured. */
    Set<String> measurable() {
        return logged
                ? live.intersections().stream()
                        .limit(intersections)
                        .map(IntersectionMetrics::light)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Takes what was measured, by signal. */
    void perform(Map<String, SignalFigures> newest) {
        performance = Map.copyOf(newest);
    }

    void show(DeploymentReport newest) {
        live = newest.live();
        live.trips().stream().map(ModeTrips::mode).filter(modes::add).forEach(this::addMode);
    }

    /** How many intersections have meters. */
    int intersections() {
        return intersections;
    }

    /** How many have none. */
    int leftOut() {
        return signals - intersections;
    }

    private void addTraffic() {
        gauge(MeterName.DEPLOYMENT_QUEUE, now -> now.metrics().meanQueueVehicles());
        gauge(MeterName.DEPLOYMENT_HALTING, now -> now.metrics().haltingVehicles());
        gauge(MeterName.DEPLOYMENT_WAITING, now -> now.metrics().meanWaitingSeconds());
        gauge(MeterName.DEPLOYMENT_RUNNING, now -> now.metrics().counts().running());
        gauge(MeterName.DEPLOYMENT_KEPT_OUT, now -> now.metrics().counts().waitingToEnter());
        gauge(MeterName.DEPLOYMENT_SIMULATED, now -> now.metrics().seconds());
        counter(MeterName.DEPLOYMENT_ARRIVED, now -> now.metrics().counts().arrived());
        counter(MeterName.DEPLOYMENT_DEPARTED, now -> now.metrics().counts().departed());
        counter(MeterName.DEPLOYMENT_TELEPORTED, now -> now.metrics().counts().teleported());
        counter(MeterName.DEPLOYMENT_COLLIDED, now -> now.metrics().counts().collided());
    }

    /** A mode of travel has meters when its first trip has ended; there are few. */
    private void addMode(String mode) {
        counter(MeterName.DEPLOYMENT_TRIPS, mode, ModeTrips::trips);
        counter(MeterName.DEPLOYMENT_TIME_LOSS, mode, ModeTrips::timeLossSeconds);
    }

    private void counter(MeterName name, String mode, ToDoubleFunction<ModeTrips> count) {
        meters.add(name.counter(
                registry,
                this,
                driven -> driven.live.trips().stream()
                        .filter(trips -> trips.mode().equals(mode))
                        .mapToDouble(count)
                        .sum(),
                tags[0],
                tags[1],
                tags[2],
                mode));
    }

    private void addDecisions() {
        gauge(MeterName.DEPLOYMENT_SIGNALS, now -> now.signals().size());
        gauge(MeterName.DEPLOYMENT_FALLEN, now -> now.signalsInFallback().size());
        counter(MeterName.DEPLOYMENT_DECISIONS, now -> now.counts().decisions());
        counter(MeterName.DEPLOYMENT_LATE, now -> now.counts().late());
        counter(MeterName.DEPLOYMENT_FAILED, now -> now.counts().failed());
        counter(MeterName.DEPLOYMENT_REFUSED, now -> now.counts().refused());
    }

    private void addIntersection(int index) {
        intersection(MeterName.INTERSECTION_QUEUE, index, IntersectionMetrics::meanQueueVehicles);
        intersection(MeterName.INTERSECTION_HALTING, index, IntersectionMetrics::haltingVehicles);
        intersection(MeterName.INTERSECTION_WAITING, index, IntersectionMetrics::meanWaitingSeconds);
        addAt(
                index,
                MeterName.INTERSECTION_FALLEN,
                now -> now.signals().get(index).control().mode().fault() ? 1 : 0);
        if (logged) {
            performance(index, MeterName.INTERSECTION_SPLIT_FAILURES, SignalFigures::splitFailures);
            performance(index, MeterName.INTERSECTION_ARRIVALS_ON_GREEN, SignalFigures::arrivalsOnGreen);
        }
    }

    /** Not a number before it was measured. */
    private void performance(int index, MeterName name, ToDoubleFunction<SignalFigures> figure) {
        addAt(index, name, now -> {
            SignalFigures of = performance.get(now.intersections().get(index).light());
            return of == null ? Double.NaN : figure.applyAsDouble(of);
        });
    }

    private void intersection(MeterName name, int index, ToDoubleFunction<IntersectionMetrics> figure) {
        addAt(index, name, now -> figure.applyAsDouble(now.intersections().get(index)));
    }

    private void addAt(int index, MeterName name, ToDoubleFunction<LiveStatus> value) {
        String light = live.intersections().get(index).light();
        meters.add(name.gauge(
                registry, this, driven -> value.applyAsDouble(driven.live), tags[0], tags[1], tags[2], light));
    }

    private void gauge(MeterName name, ToDoubleFunction<LiveStatus> value) {
        meters.add(name.gauge(registry, this, driven -> value.applyAsDouble(driven.live), tags));
    }

    private void counter(MeterName name, ToDoubleFunction<LiveStatus> count) {
        meters.add(name.counter(registry, this, driven -> count.applyAsDouble(driven.live), tags));
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
