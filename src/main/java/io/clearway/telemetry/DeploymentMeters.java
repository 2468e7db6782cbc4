package io.clearway.telemetry;

import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.control.SignalEvent;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.setting.EnumWords;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Deployments as meters: the active ones, as a whole and signal by signal, up to a limit. */
public final class DeploymentMeters implements DeploymentListener {
    private final MeterRegistry registry;
    private final TelemetrySettings settings;
    private final Counter fallbacks;
    private final Counter unlogged;
    private final Map<SignalEvent.Kind, Counter> events = new EnumMap<>(SignalEvent.Kind.class);
    private final Map<UUID, DrivenMeters> driven = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> knownFallbacks = new ConcurrentHashMap<>();
    private final Set<UUID> leftOut = ConcurrentHashMap.newKeySet();

    public DeploymentMeters(MeterRegistry registry, TelemetrySettings settings) {
        this.registry = registry;
        this.settings = settings;
        this.fallbacks = MeterName.FALLBACKS.counter(registry);
        this.unlogged = MeterName.EVENT_LOG_LOST.counter(registry);
        for (SignalEvent.Kind kind : SignalEvent.Kind.values()) {
            events.put(kind, MeterName.SIGNAL_EVENTS.counter(registry, EnumWords.of(kind)));
        }
        MeterName.LEFT_OUT.gauge(registry, leftOut, Set::size, "deployment");
        MeterName.LEFT_OUT.gauge(registry, driven, DeploymentMeters::intersectionsLeftOut, "intersection");
    }

    @Override
    public void reported(Deployment deployment, DeploymentReport report) {
        count(deployment.id(), report);
        DrivenMeters meters = find(deployment, report);
        if (meters != null) {
            meters.show(report);
        }
    }

    @Override
    public void happened(Deployment deployment, SignalEvent event) {
        Objects.requireNonNull(events.get(event.kind())).increment();
    }

    @Override
    public void unlogged(Deployment deployment, long seconds) {
        unlogged.increment((double) seconds);
    }

    @Override
    public void ended(Deployment deployment) {
        knownFallbacks.remove(deployment.id());
        leftOut.remove(deployment.id());
        DrivenMeters meters = driven.remove(deployment.id());
        if (meters != null) {
            meters.close();
        }
    }

    /** The meters of active deployments. */
    Map<UUID, DrivenMeters> driven() {
        return Map.copyOf(driven);
    }

    private void count(UUID deployment, DeploymentReport report) {
        int now = report.live().signals().stream()
                .mapToInt(SignalStatus::fallbacks)
                .sum();
        Integer before = knownFallbacks.put(deployment, now);
        fallbacks.increment(Math.max(0, now - (before == null ? 0 : before)));
    }

    /** Those of a deployment; made when it has signals, unless there are too many of them. */
    private synchronized @Nullable DrivenMeters find(Deployment deployment, DeploymentReport report) {
        DrivenMeters known = driven.get(deployment.id());
        if (known != null || report.live().signals().isEmpty() || report.state().over()) {
            return known;
        }
        if (driven.size() >= settings.deployments()) {
            leftOut.add(deployment.id());
            return null;
        }
        int room = settings.intersections()
                - driven.values().stream().mapToInt(DrivenMeters::intersections).sum();
        DrivenMeters fresh = new DrivenMeters(registry, deployment, report, Math.max(0, room));
        driven.put(deployment.id(), fresh);
        return fresh;
    }

    private static int intersectionsLeftOut(Map<UUID, DrivenMeters> driven) {
        return driven.values().stream().mapToInt(DrivenMeters::leftOut).sum();
    }
}
