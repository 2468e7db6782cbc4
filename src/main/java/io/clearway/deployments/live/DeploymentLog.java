package io.clearway.deployments.live;

import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.control.SignalEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest report of one deployment, for readers on any thread; written to the store at every change of state and
 * about once a second. A store that fails does not stop the control loop; what could not be stored is tried again.
 */
final class DeploymentLog implements DriveListener {
    private static final Logger LOG = LoggerFactory.getLogger(DeploymentLog.class);
    private static final Duration STORE_INTERVAL = Duration.ofSeconds(1);
    private static final int MAX_UNSTORED = 2000;
    private static final int MAX_FINAL_ATTEMPTS = 120;
    private static final Duration ATTEMPT_INTERVAL = Duration.ofMillis(500);

    private final Deployment deployment;
    private final Deployments store;
    private final DeploymentListener listener;
    private final Clock clock;
    private final Deque<LiveMetrics> unstored = new ArrayDeque<>();
    private final Deque<SignalEvent> unstoredEvents = new ArrayDeque<>();
    private final FailureStreak reporting;
    private final FailureStreak telling;
    private final FailureStreak storing;
    private volatile DeploymentReport report;
    private DeploymentState storedState;
    private Instant storedAt;

    DeploymentLog(Deployment deployment, Deployments store, DeploymentListener listener, Clock clock) {
        this.deployment = deployment;
        this.store = store;
        this.listener = listener;
        this.clock = clock;
        this.reporting = streak("a listener cannot take reports");
        this.telling = streak("a listener cannot take events of signals");
        this.storing = streak("its state cannot be stored");
        this.storedAt = clock.instant();
        this.report = DeploymentReport.connecting(storedAt);
        this.storedState = report.state();
    }

    private FailureStreak streak(String what) {
        return new FailureStreak(LOG, "Deployment %s, %s".formatted(deployment.id(), what));
    }

    /** The newest report; for any thread. */
    DeploymentReport report() {
        return report;
    }

    @Override
    public void stateChanged(DeploymentState state, String message) {
        update(report.in(state, message, clock.instant()));
    }

    @Override
    public void happened(SignalEvent event) {
        unstoredEvents.add(event);
        if (unstoredEvents.size() > MAX_UNSTORED) {
            unstoredEvents.removeFirst();
        }
        inform(telling, to -> to.happened(deployment, event));
    }

    @Override
    public void decided(DeploymentReport next) {
        unstored.add(next.live().metrics());
        if (unstored.size() > MAX_UNSTORED) {
            unstored.removeFirst();
        }
        update(next);
    }

    /** Stores the last report, with retries for about a minute while the store fails. */
    void close() {
        for (int attempt = 0; attempt < MAX_FINAL_ATTEMPTS && !isStored(); attempt++) {
            LockSupport.parkNanos(ATTEMPT_INTERVAL.toNanos());
            store(report);
        }
        List.of(reporting, telling, storing).forEach(FailureStreak::over);
    }

    private boolean isStored() {
        return storedState == report.state() && unstoredEvents.isEmpty();
    }

    private void update(DeploymentReport next) {
        report = next;
        inform(reporting, to -> to.reported(deployment, next));
        boolean due = !next.updated().isBefore(storedAt.plus(STORE_INTERVAL));
        if (due || next.state() != storedState) {
            store(next);
        }
    }

    private void inform(FailureStreak streak, Consumer<DeploymentListener> what) {
        try {
            what.accept(listener);
            streak.over();
        } catch (RuntimeException ours) {
            streak.failed(ours);
        }
    }

    private void store(DeploymentReport next) {
        try {
            store.keep(deployment.id(), next, List.copyOf(unstored));
            unstored.clear();
            if (!unstoredEvents.isEmpty()) {
                store.record(deployment.id(), List.copyOf(unstoredEvents), next.updated());
                unstoredEvents.clear();
            }
            storedState = next.state();
            storing.over();
        } catch (RuntimeException unavailable) {
            storing.failed(unavailable);
        }
        storedAt = next.updated();
    }
}
