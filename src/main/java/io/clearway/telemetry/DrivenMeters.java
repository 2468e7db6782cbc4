package io.clearway.telemetry;

import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveStatus;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The meters of one deployment while it is active. */
final class DrivenMeters implements AutoCloseable {
    private final MeterRegistry registry;
    private final String[] tags;
    private final int signals;
    private final int intersections;
    private final List<Meter> meters = new ArrayList<>();
    private volatile LiveStatus live;

    /** @param most intersections that may have meters of their own, the first ones of the deployment */
    DrivenMeters(MeterRegistry registry, Deployment deployment, DeploymentReport report, int most) {
        this.registry = registry;
        this.tags = new String[] {deployment.id().toString(), deployment.name(), deployment.scenario()};
        this.live = report.live();
        this.signals = live.signals().size();
        this.intersections = Math.min(most, live.intersections().size());
        addTraffic();
        addDecisions();
        for (int i = 0; i < intersections; i++) {
            addIntersection(i);
        }
    }

    void show(DeploymentReport newest) {
        live = newest.live();
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
