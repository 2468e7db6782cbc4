package io.clearway.deployments.logging;

import io.clearway.events.LogHeader;
import io.clearway.events.recording.RecordedSignals;
import io.clearway.simulation.TrafficSimulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event log of one drive. The control loop hands over each step and goes on at once; a thread of the log writes. A
 * disk that is slow or full neither delays nor ends the drive: steps that cannot be kept are counted and told, and the
 * log goes on in another part. Closed by who created it, when the loop has ended.
 */
public final class LiveEventLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEventLog.class);
    /** Minutes of simulated time in steps of a second: more than a disk that is merely slow keeps waiting. */
    private static final int MOST_WAITING = 600;

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 100;
    /** Simulated seconds after which a log that failed is tried again. */
    private static final double RETRY_SECONDS = 60;

    private final UUID deployment;
    private final RecordedSignals signals;
    private final LostSeconds lost;
    private final Duration closeLimit;
    private final BlockingQueue<LoggedStep> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final LogParts parts;
    private final Thread writer;
    private volatile boolean closing;
    private double failedSeconds = Double.NaN;

    /**
     * Begins a log.
     *
     * @param deployment id of the drive, and name of the folder of its parts
     * @param origin what is logged
     * @param retention of all logs of the service
     * @param lost receives the simulated seconds each time some are lost, on the thread of the loop or of the log
     */
    public LiveEventLog(
            UUID deployment, RecordedSignals signals, LogHeader.Origin origin, Retention retention, LongConsumer lost) {
        this(deployment, signals, origin, retention, lost, CLOSE_LIMIT);
    }

    /** @param closeLimit how long closing waits for the disk */
    LiveEventLog(
            UUID deployment,
            RecordedSignals signals,
            LogHeader.Origin origin,
            Retention retention,
            LongConsumer lost,
            Duration closeLimit) {
        this.deployment = deployment;
        this.signals = signals;
        this.lost = new LostSeconds(lost);
        this.closeLimit = closeLimit;
        this.parts = new LogParts(signals, origin, deployment.toString(), retention);
        this.writer = new Thread(this::write, "events-" + deployment);
        writer.setDaemon(true);
        writer.start();
    }

    /** The simulation with this log beside it. */
    public TrafficSimulation beside(TrafficSimulation simulation) {
        return new LoggedSimulation(simulation, signals.places(), this::offer, lost::add);
    }

    /** Takes a step at once, or loses it. */
    void offer(LoggedStep step) {
        if (!waiting.offer(step)) {
            lost.add(step.seconds());
        }
    }

    private void write() {
        boolean last = false;
        while (!last) {
            // asked first: what was handed over before the end is taken
            boolean ending = closing;
            LoggedStep step = next();
            if (step != null) {
                keep(step);
            }
            last = ending && step == null;
        }
        try {
            parts.close();
        } catch (RuntimeException failed) {
            lost.add(parts.takeUnkept());
            LOG.warn("The event log of deployment {} cannot be ended: {}", deployment, failed.toString());
        }
    }

    private @Nullable LoggedStep next() {
        try {
            return waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException unasked) {
            return null;
        }
    }

    private void keep(LoggedStep step) {
        if (step.fromSeconds() < failedSeconds + RETRY_SECONDS) {
            lost.add(step.seconds());
            return;
        }
        try {
            parts.add(step);
            if (!Double.isNaN(failedSeconds)) {
                LOG.warn("The event log of deployment {} goes on at {} s", deployment, step.fromSeconds());
                failedSeconds = Double.NaN;
            }
        } catch (RuntimeException failed) {
            lost.add(parts.takeUnkept());
            LOG.warn(
                    "The event log of deployment {} fails at {} s: {}. The deployment continues; the log is tried again"
                            + " every {} s",
                    deployment,
                    step.fromSeconds(),
                    failed.toString(),
                    RETRY_SECONDS);
            failedSeconds = step.fromSeconds();
            abandon();
        }
    }

    private void abandon() {
        try {
            parts.abandon();
        } catch (RuntimeException broken) {
            LOG.warn("A part of the event log of deployment {} stays unfinished: {}", deployment, broken.toString());
        }
    }

    /** Writes what is waiting and ends the log; what has not been taken after five seconds is lost. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(closeLimit.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (writer.isAlive()) {
            List<LoggedStep> rest = new ArrayList<>();
            waiting.drainTo(rest);
            lost.add(rest.stream().mapToDouble(LoggedStep::seconds).sum());
        }
    }
}
