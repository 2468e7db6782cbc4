package io.clearway.telemetry;

import io.clearway.deployments.performance.DrivePerformance;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the signals of drives that keep event logs, on a thread of its own: a drive again when its log has grown,
 * which is once a minute of simulated time. After each round it rests nine times as long as that took, so that it takes
 * a tenth of a processor at most, however many signals and however fast a simulation.
 */
public final class PerformanceMeters implements AutoCloseable {
    /** Of simulated time. */
    static final int MINUTES = 15;

    private static final Logger LOG = LoggerFactory.getLogger(PerformanceMeters.class);
    private static final int REST = 9;

    private final DeploymentMeters deployments;
    private final DrivePerformance performance;
    private final Duration refresh;
    private final Map<UUID, Double> measuredUntil = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "signal-performance");
        made.setDaemon(true);
        return made;
    });
    private boolean failing;

    /** @param settings whose refresh is the shortest time between two rounds */
    public PerformanceMeters(DeploymentMeters deployments, DrivePerformance performance, TelemetrySettings settings) {
        this.deployments = deployments;
        this.performance = performance;
        this.refresh = settings.refresh();
    }

    /** Starts to measure. */
    public void start() {
        next(refresh.toNanos());
    }

    private void next(long nanos) {
        // it only ends with the thread, and failures are logged there
        ScheduledFuture<?> unused = thread.schedule(this::round, nanos, TimeUnit.NANOSECONDS);
    }

    private void round() {
        long begin = System.nanoTime();
        measure();
        if (!thread.isShutdown()) {
            next(Math.max(refresh.toNanos(), REST * (System.nanoTime() - begin)));
        }
    }

    /** Measures once; a failure is logged once, and so is its end. */
    void measure() {
        Map<UUID, DrivenMeters> driven = deployments.driven();
        measuredUntil.keySet().retainAll(driven.keySet());
        try {
            driven.forEach(this::measure);
            failing = false;
        } catch (RuntimeException unreadable) {
            // such as a part that was deleted meanwhile to make room
            if (!failing) {
                LOG.warn("The event logs of drives cannot be measured now: {}", unreadable.toString());
            }
            failing = true;
        }
    }

    private void measure(UUID deployment, DrivenMeters meters) {
        Set<String> signals = meters.measurable();
        if (signals.isEmpty()) {
            return;
        }
        double before = measuredUntil.getOrDefault(deployment, Double.NEGATIVE_INFINITY);
        performance.newest(deployment, MINUTES, before, signals).ifPresent(newest -> {
            meters.perform(newest.bySignal());
            measuredUntil.put(deployment, newest.untilSeconds());
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
