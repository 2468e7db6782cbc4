package io.clearway.deployments;

import io.clearway.deployments.control.SignalEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All deployments that the service stores, those that have ended included. */
public interface Deployments {
    /** Faults and orders that are kept of a deployment, the newest; a hostile client can cause several a second. */
    int MOST_EVENTS = 10_000;

    /**
     * Stores a new one.
     *
     * @param service name of the service that runs it, among those that share the store
     * @param sheets the timing sheet that its signals keep to
     */
    void add(Deployment deployment, DeploymentReport report, String service, SignalSheets sheets);

    /** The deployment of this id with its newest stored report. */
    Optional<StoredDeployment> find(UUID id);

    /** All of them, newest first. */
    List<StoredDeployment> list();

    /** Number of deployments in each state; a state without any may be missing. */
    Map<DeploymentState, Integer> countByState();

    /** Stores the newest report of a deployment, and samples of its traffic; only the newest samples are kept. */
    void keep(UUID id, DeploymentReport report, List<LiveMetrics> samples);

    /** Stores faults of signals and orders of operators, in their order. */
    void record(UUID id, List<SignalEvent> events, Instant now);

    /** The stored faults and orders of a deployment, the newest first; at most this many. */
    List<StoredEvent> events(UUID id, int limit);

    /** The timing sheet that a deployment was started with; empty when it is older than such records. */
    Optional<SignalSheets> findSheets(UUID id);

    /** The stored samples, in order of simulated time. */
    List<LiveMetrics> history(UUID id);

    /**
     * Marks as failed what a service was running before it was restarted, and what has had no report for long.
     *
     * @param service name of the service that was restarted
     * @param silentSince deployments of other services without a report since then are marked too
     * @param now wall-clock time
     * @return how many there were
     */
    int failUnfinished(String service, Instant silentSince, Instant now);

    /** A fault or an order, and when it was stored. */
    record StoredEvent(SignalEvent event, Instant recordedAt) {}

    /** A deployment and its newest stored report. */
    record StoredDeployment(Deployment deployment, DeploymentReport report) {}
}
