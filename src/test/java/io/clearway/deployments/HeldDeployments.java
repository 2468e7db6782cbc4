package io.clearway.deployments;

import io.clearway.deployments.control.SignalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Deployments kept in memory, with all that was ever reported. */
public final class HeldDeployments implements Deployments {
    private final Map<UUID, StoredDeployment> kept = new ConcurrentHashMap<>();
    private final Map<UUID, SignalSheets> sheetsById = new ConcurrentHashMap<>();
    private final List<DeploymentReport> reports = Collections.synchronizedList(new ArrayList<>());
    private final List<LiveMetrics> samples = Collections.synchronizedList(new ArrayList<>());
    private final List<StoredEvent> events = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean failing;

    /** Lets every call fail. */
    public void failing(boolean now) {
        failing = now;
    }

    public boolean isFailing() {
        return failing;
    }

    public List<DeploymentState> states() {
        return reports.stream().map(DeploymentReport::state).toList();
    }

    public DeploymentReport lastIn(DeploymentState state) {
        return reports.stream()
                .filter(report -> report.state() == state)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    public List<LiveMetrics> samples() {
        return samples;
    }

    @Override
    public void add(Deployment deployment, DeploymentReport report, String service, SignalSheets sheets) {
        work();
        kept.put(deployment.id(), new StoredDeployment(deployment, report));
        sheetsById.put(deployment.id(), sheets);
    }

    @Override
    public Optional<StoredDeployment> find(UUID id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<StoredDeployment> list() {
        return List.copyOf(kept.values());
    }

    @Override
    public Map<DeploymentState, Integer> countByState() {
        return kept.values().stream()
                .collect(Collectors.groupingBy(one -> one.report().state(), Collectors.summingInt(one -> 1)));
    }

    @Override
    public void keep(UUID id, DeploymentReport report, List<LiveMetrics> more) {
        work();
        reports.add(report);
        samples.addAll(more);
        kept.put(id, new StoredDeployment(Objects.requireNonNull(kept.get(id)).deployment(), report));
    }

    @Override
    public void record(UUID id, List<SignalEvent> happened, Instant now) {
        work();
        happened.forEach(event -> events.add(0, new StoredEvent(event, now)));
    }

    /** All of them, the newest first. */
    public List<StoredEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public List<StoredEvent> events(UUID id, int limit) {
        return events.stream().limit(limit).toList();
    }

    @Override
    public Optional<SignalSheets> findSheets(UUID id) {
        return Optional.ofNullable(sheetsById.get(id));
    }

    @Override
    public List<LiveMetrics> history(UUID id) {
        return List.copyOf(samples);
    }

    @Override
    public int failUnfinished(String service, Instant silentSince, Instant now) {
        return 0;
    }

    private void work() {
        if (failing) {
            throw new IllegalStateException("the database is away");
        }
    }
}
