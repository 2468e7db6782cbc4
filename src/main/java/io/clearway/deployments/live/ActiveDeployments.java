package io.clearway.deployments.live;

import io.clearway.deployments.Binding;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.Deployments;
import io.clearway.simulation.TrafficSimulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The deployments that drive now, each on a thread of its own. Closing it hands all lights back. */
public final class ActiveDeployments implements AutoCloseable {
    /** Twice the longest time that a simulator may take for an answer. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

    private final TrafficSimulator simulator;
    private final Deployments store;
    private final DeploymentListener listener;
    private final Clock clock;
    private final String service;
    private final Map<UUID, Driver> driving = new ConcurrentHashMap<>();

    /**
     * @param simulator joins live simulations
     * @param store keeps what becomes of them
     * @param listener is told how they go
     * @param clock tells the wall-clock time of reports
     * @param service name of this service among those that share the store
     */
    public ActiveDeployments(
            TrafficSimulator simulator, Deployments store, DeploymentListener listener, Clock clock, String service) {
        this.simulator = simulator;
        this.store = store;
        this.listener = listener;
        this.clock = clock;
        this.service = service;
    }

    /** Says of what an earlier life of this service was driving that it drives no more; how many there were. */
    public int giveUpEarlierOnes() {
        Instant now = clock.instant();
        return store.failUnfinished(service, now.minus(LONGEST_SILENCE), now);
    }

    private record Driver(ControlLoop drive, DeploymentLog logbook, FrameBroadcaster screen, Thread thread) {}

    /** Keeps a new deployment and lets it drive. */
    public void start(Deployment deployment, Binding binding) {
        DeploymentLog logbook = new DeploymentLog(deployment, store, listener, clock);
        store.add(deployment, logbook.report(), service);
        FrameBroadcaster screen = new FrameBroadcaster();
        ControlLoop drive = new ControlLoop(deployment, binding, simulator, logbook, screen.camera(), clock);
        Thread thread = new Thread(() -> runToEnd(deployment, drive, logbook), "deployment-" + deployment.id());
        thread.setDaemon(true);
        driving.put(deployment.id(), new Driver(drive, logbook, screen, thread));
        thread.start();
    }

    /** How a deployment is this moment; empty when it does not drive any more. */
    public Optional<DeploymentReport> find(UUID id) {
        return Optional.ofNullable(driving.get(id))
                .map(driver -> driver.logbook().report());
    }

    /** Where its frames can be seen; empty when it does not drive any more, or another service drives it. */
    public Optional<FrameBroadcaster> findScreen(UUID id) {
        return Optional.ofNullable(driving.get(id)).map(Driver::screen);
    }

    /**
     * Hands the lights of a deployment back and ends it; does nothing when it does not drive.
     *
     * @param patience how long to wait for it
     * @return whether it is over
     */
    public boolean release(UUID id, Duration patience) throws InterruptedException {
        Driver driver = driving.get(id);
        if (driver == null) {
            return true;
        }
        driver.drive().stop();
        driver.thread().join(patience.toMillis());
        return !driver.thread().isAlive();
    }

    @Override
    public void close() {
        driving.values().forEach(driver -> driver.drive().stop());
        long deadline = System.nanoTime() + PATIENCE_AT_CLOSE.toNanos();
        try {
            for (Driver driver : driving.values()) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                driver.thread().join(Math.max(1, left));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void runToEnd(Deployment deployment, ControlLoop drive, DeploymentLog logbook) {
        try {
            drive.run();
            logbook.close();
        } finally {
            driving.remove(deployment.id());
            listener.ended(deployment);
        }
    }
}
