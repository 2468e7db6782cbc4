package io.clearway.deployments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All deployments that the service keeps, those that are over included. */
public interface Deployments {
    /**
     * Keeps a new one.
     *
     * @param service name of the service that drives it, among those that share the store
     */
    void add(Deployment deployment, DeploymentReport report, String service);

    /** The deployment of this id with what was last kept of it. */
    Optional<Kept> find(UUID id);

    /** All of them, newest first. */
    List<Kept> list();

    /** How many are in each state; states that none is in may be missing. */
    Map<DeploymentState, Integer> countByState();

    /** Keeps how a deployment is now, and samples of its traffic; only the newest samples stay. */
    void keep(UUID id, DeploymentReport report, List<LiveMetrics> samples);

    /** The samples kept, in order of simulated time. */
    List<LiveMetrics> history(UUID id);

    /**
     * Declares failed what an earlier life of a service was driving, and what nobody has reported on for long.
     *
     * @param service name of the service that begins now
     * @param silentSince others' deployments without a report since then are given up too
     * @param now wall-clock time
     * @return how many there were
     */
    int failUnfinished(String service, Instant silentSince, Instant now);

    /** A deployment and how it was when last kept. */
    record Kept(Deployment deployment, DeploymentReport report) {}
}
