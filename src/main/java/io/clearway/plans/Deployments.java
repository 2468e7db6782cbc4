package io.clearway.plans;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All deployments that the service keeps, those that are over included. */
public interface Deployments {
    /** Keeps a new one. */
    void add(Deployment deployment, DeploymentReport report);

    /** The deployment of this id with what was last kept of it. */
    Optional<Kept> find(UUID id);

    /** All of them, newest first. */
    List<Kept> list();

    /** Keeps how a deployment is now, and samples of its traffic; only the newest samples stay. */
    void keep(UUID id, DeploymentReport report, List<LiveFigures> samples);

    /** The samples kept, in order of simulated time. */
    List<LiveFigures> history(UUID id);

    /** Declares failed what an earlier life of the service was driving; how many there were. */
    int failUnfinished(String message, Instant now);

    /** A deployment and how it was when last kept. */
    record Kept(Deployment deployment, DeploymentReport report) {}
}
