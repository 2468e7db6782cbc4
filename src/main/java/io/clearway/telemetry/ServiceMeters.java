package io.clearway.telemetry;

import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.Deployments;
import io.clearway.runs.RunStatus;
import io.clearway.runs.Workload;
import io.clearway.runs.Workload.Heartbeat;
import io.clearway.runs.Workloads;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Job queue, workers and database as meters. A separate thread polls the database, so that a scrape never waits for it.
 * While the database does not respond, the values read from it are NaN.
 */
public final class ServiceMeters implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceMeters.class);
    /** Polls that may be missed before the last values count as outdated. */
    private static final int MISSED_LOOKS = 3;

    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    private final MeterRegistry registry;
    private final Workloads workloads;
    private final Deployments deployments;
    private final Duration refresh;
    private final Clock clock;
    private final Map<String, Meter> heartbeats = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "telemetry");
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable Seen seen;
    private boolean failing;

    private record Seen(
            Workload workload, Map<String, Double> silence, Map<DeploymentState, Integer> deployments, Instant at) {}

    /**
     * What does not change while the service runs.
     *
     * @param databaseKind {@code embedded} or {@code external}
     * @param heartbeatLimit time without a heartbeat after which a worker counts as lost
     */
    public record Facts(String databaseKind, Duration heartbeatLimit) {}

    /** @param clock for the age of the last values */
    public ServiceMeters(
            MeterRegistry registry,
            Workloads workloads,
            Deployments deployments,
            TelemetrySettings settings,
            Facts facts,
            Clock clock) {
        this.registry = registry;
        this.workloads = workloads;
        this.deployments = deployments;
        this.refresh = settings.refresh();
        this.clock = clock;
        MeterName.DATABASE_UP.gauge(registry, this, meters -> meters.current() == null ? 0 : 1, facts.databaseKind());
        MeterName.HEARTBEAT_LIMIT.gauge(
                registry, facts, known -> known.heartbeatLimit().toMillis() / 1000.0);
        add(MeterName.DATABASE_SIZE, now -> now.workload().databaseBytes());
        add(MeterName.QUEUE_DEPTH, now -> now.workload().waitingJobs());
        add(MeterName.QUEUE_AGE, now -> now.workload().oldestWaitSeconds());
        add(MeterName.WORKERS, now -> now.workload().workers().size());
        for (RunStatus status : RunStatus.values()) {
            add(MeterName.RUNS, now -> now.workload().runs().getOrDefault(status, 0), status.name());
        }
        for (DeploymentState state : DeploymentState.values()) {
            add(MeterName.DEPLOYMENTS, now -> now.deployments().getOrDefault(state, 0), state.name());
        }
    }

    /** Starts to poll. */
    public void start() {
        // it only ends with the thread, and failures are logged there
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::look, 0, refresh.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Polls once; a failure is logged once, and so is its end. */
    void look() {
        try {
            Workload workload = workloads.now();
            Map<String, Double> silence =
                    workload.workers().stream().collect(Collectors.toMap(Heartbeat::worker, Heartbeat::ageSeconds));
            seen = new Seen(workload, silence, deployments.countByState(), clock.instant());
            showWorkers(silence);
            if (failing) {
                LOG.info("The database responds again");
            }
            failing = false;
        } catch (RuntimeException failure) {
            seen = null;
            if (!failing) {
                LOG.warn("Queue, workers and runs cannot be read from the database: {}", failure.toString());
            }
            failing = true;
        }
    }

    private void showWorkers(Map<String, Double> silence) {
        for (Iterator<Map.Entry<String, Meter>> known = heartbeats.entrySet().iterator(); known.hasNext(); ) {
            Map.Entry<String, Meter> heartbeat = known.next();
            if (!silence.containsKey(heartbeat.getKey())) {
                registry.remove(heartbeat.getValue());
                known.remove();
            }
        }
        for (String worker : silence.keySet()) {
            heartbeats.computeIfAbsent(
                    worker,
                    name -> MeterName.HEARTBEAT_AGE.gauge(
                            registry,
                            this,
                            meters -> meters.value(now -> now.silence().getOrDefault(name, Double.NaN)),
                            name));
        }
    }

    private void add(MeterName name, ToDoubleFunction<Seen> value, String... tags) {
        name.gauge(registry, this, meters -> meters.value(value), tags);
    }

    private double value(ToDoubleFunction<Seen> value) {
        Seen now = current();
        return now == null ? Double.NaN : value.applyAsDouble(now);
    }

    /** What was seen last, unless that is too long ago. */
    private @Nullable Seen current() {
        Seen last = seen;
        boolean fresh = last != null && clock.instant().isBefore(last.at().plus(refresh.multipliedBy(MISSED_LOOKS)));
        return fresh ? last : null;
    }

    /** Stops polling; a poll in progress may end first, since the pool would close its connection. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
