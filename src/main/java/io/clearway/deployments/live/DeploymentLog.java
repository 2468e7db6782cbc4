package io.clearway.deployments.live;

import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.LiveMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of one deployment: always at hand for readers, kept in the store at every change of state and about
 * once a second. A store that fails does not stop the driving; what could not be kept is tried again.
 */
final class DeploymentLog implements DriveListener {
    private static final Logger LOG = LoggerFactory.getLogger(DeploymentLog.class);
    private static final Duration KEEP_EVERY = Duration.ofSeconds(1);
    private static final int MOST_UNKEPT = 2000;
    private static final int LAST_ATTEMPTS = 120;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private final Deployment deployment;
    private final Deployments store;
    private final DeploymentListener listener;
    private final Clock clock;
    private final Deque<LiveMetrics> unkept = new ArrayDeque<>();
    private volatile DeploymentReport report;
    private DeploymentState kept;
    private Instant keptAt;

    DeploymentLog(Deployment deployment, Deployments store, DeploymentListener listener, Clock clock) {
        this.deployment = deployment;
        this.store = store;
        this.listener = listener;
        this.clock = clock;
        this.keptAt = clock.instant();
        this.report = DeploymentReport.connecting(keptAt);
        this.kept = report.state();
    }

    /** How it is now; for any thread. */
    DeploymentReport report() {
        return report;
    }

    @Override
    public void turn(DeploymentState state, String message) {
        write(report.in(state, message, clock.instant()));
    }

    @Override
    public void note(DeploymentReport next) {
        unkept.add(next.figures());
        if (unkept.size() > MOST_UNKEPT) {
            unkept.removeFirst();
        }
        write(next);
    }

    /** Keeps the last report even if the store has to come back for that; gives up in the end. */
    void close() {
        for (int attempt = 0; attempt < LAST_ATTEMPTS && kept != report.state(); attempt++) {
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            keep(report);
        }
    }

    private void write(DeploymentReport next) {
        report = next;
        listener.reported(deployment, next);
        boolean due = !next.updated().isBefore(keptAt.plus(KEEP_EVERY));
        if (due || next.state() != kept) {
            keep(next);
        }
    }

    private void keep(DeploymentReport next) {
        try {
            store.keep(deployment.id(), next, List.copyOf(unkept));
            unkept.clear();
            kept = next.state();
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "Deployment {} drives on, but its state could not be kept: {}",
                    deployment.id(),
                    unavailable.toString());
        }
        keptAt = next.updated();
    }
}
