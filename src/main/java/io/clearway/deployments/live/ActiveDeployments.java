package io.clearway.deployments.live;

import io.clearway.deployments.Binding;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.Deployments.StoredDeployment;
import io.clearway.deployments.SignalSheets;
import io.clearway.deployments.control.OperatorOrder;
import io.clearway.deployments.logging.EventLogLimits;
import io.clearway.deployments.logging.LiveEventLog;
import io.clearway.deployments.logging.Retention;
import io.clearway.events.LogHeader;
import io.clearway.simulation.TrafficSimulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The deployments whose control loops run now, each on a thread of its own. Closing it releases all signals. */
public final class ActiveDeployments implements AutoCloseable {
    /** Twice the time limit of a simulator's reply. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    /** Of logs: somebody else chose the simulation's. */
    private static final long NO_SEED = 0;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final TrafficSimulator simulator;
    private final Deployments store;
    private final DeploymentListener listener;
    private final Clock clock;
    private final String service;
    private final @Nullable Retention logs;
    private final Map<UUID, Active> active = new ConcurrentHashMap<>();

    /** Those of a service that writes no event logs. */
    public ActiveDeployments(
            TrafficSimulator simulator, Deployments store, DeploymentListener listener, Clock clock, String service) {
        this(simulator, store, listener, clock, service, null);
    }

    /**
     * @param simulator attaches to live simulations
     * @param store where their reports are stored
     * @param listener receives their reports
     * @param clock wall-clock time of reports
     * @param service name of this service among those that share the store
     * @param logs where event logs are written; null: nowhere
     */
    public ActiveDeployments(
            TrafficSimulator simulator,
            Deployments store,
            DeploymentListener listener,
            Clock clock,
            String service,
            @Nullable EventLogLimits logs) {
        this.simulator = simulator;
        this.store = store;
        this.listener = listener;
        this.clock = clock;
        this.service = service;
        this.logs = logs == null ? null : new Retention(logs);
    }

    /** Marks as failed what this service was controlling before it was restarted; returns how many there were. */
    public int failInterrupted() {
        Instant now = clock.instant();
        return store.failUnfinished(service, now.minus(LONGEST_SILENCE), now);
    }

    private record Active(
            Deployment deployment,
            SignalSheets sheets,
            ControlLoop loop,
            DeploymentLog log,
            FrameBroadcaster frames,
            Thread thread) {
        StoredDeployment newest() {
            return new StoredDeployment(deployment, log.report());
        }
    }

    /** Stores a new deployment and starts its control loop. */
    public void start(Deployment deployment, Binding binding) {
        DeploymentLog log = new DeploymentLog(deployment, store, listener, clock);
        SignalSheets sheets = SignalSheets.of(binding.scenario());
        store.add(deployment, log.report(), service, sheets);
        FrameBroadcaster frames = new FrameBroadcaster();
        ControlTask task = new ControlTask(deployment.id(), deployment.scenario(), binding, deployment.limits());
        LiveConnection connection = new LiveConnection(simulator, deployment.simulator());
        LiveEventLog events = log(deployment, binding);
        SimulationSource source = events == null ? connection : stop -> events.beside(connection.open(stop));
        ControlLoop loop = new ControlLoop(task, source, log, frames.sampler(), clock);
        Thread thread = new Thread(() -> run(deployment, loop, log, events), "deployment-" + deployment.id());
        thread.setDaemon(true);
        active.put(deployment.id(), new Active(deployment, sheets, loop, log, frames, thread));
        thread.start();
    }

    /**
     * The deployments whose loops run here with their newest reports, the newest first; also while the store is away.
     */
    public List<StoredDeployment> list() {
        return active.values().stream()
                .map(Active::newest)
                .sorted(Comparator.comparing((StoredDeployment running) ->
                                running.deployment().created())
                        .reversed())
                .toList();
    }

    /** A deployment with its newest report, also while the store is away; empty when its loop does not run any more. */
    public Optional<StoredDeployment> find(UUID id) {
        return Optional.ofNullable(active.get(id)).map(Active::newest);
    }

    /**
     * Gives an operator's order to a deployment; it is carried out within a simulated second.
     *
     * @return whether its loop runs here
     */
    public boolean order(UUID id, OperatorOrder order) {
        Active running = active.get(id);
        if (running == null) {
            return false;
        }
        running.loop().order(order);
        return true;
    }

    /** The timing sheet that a deployment's signals keep to; empty when its loop does not run here. */
    public Optional<SignalSheets> findSheets(UUID id) {
        return Optional.ofNullable(active.get(id)).map(Active::sheets);
    }

    /** The frames of a deployment; empty when its loop does not run any more, or runs in another service. */
    public Optional<FrameBroadcaster> findFrames(UUID id) {
        return Optional.ofNullable(active.get(id)).map(Active::frames);
    }

    /**
     * Releases the signals of a deployment and ends it; does nothing when its loop does not run.
     *
     * @param timeout how long to wait for its end
     * @return whether it has ended
     */
    public boolean release(UUID id, Duration timeout) throws InterruptedException {
        Active running = active.get(id);
        if (running == null) {
            return true;
        }
        running.loop().stop();
        running.thread().join(timeout.toMillis());
        return !running.thread().isAlive();
    }

    @Override
    public void close() {
        active.values().forEach(running -> running.loop().stop());
        long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        try {
            for (Active running : active.values()) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                running.thread().join(Math.max(1, left));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null where none is wanted. */
    private @Nullable LiveEventLog log(Deployment deployment, Binding binding) {
        if (logs == null || !deployment.limits().eventLog()) {
            return null;
        }
        return new LiveEventLog(
                deployment.id(),
                binding.scenario().recorded(),
                new LogHeader.Origin(
                        deployment.scenario(), deployment.controller().label(), NO_SEED),
                logs,
                seconds -> listener.unlogged(deployment, seconds));
    }

    private void run(Deployment deployment, ControlLoop loop, DeploymentLog log, @Nullable LiveEventLog events) {
        // closed at last: a slow disk must not keep a drive that is over among those that run
        try (events) {
            try {
                loop.run();
                log.close();
            } finally {
                active.remove(deployment.id());
                listener.ended(deployment);
            }
        }
    }
}
