package io.clearway.runs.worker;

import io.clearway.algorithm.Checkpoint;
import io.clearway.runs.RunClaims.Claim;
import io.clearway.runs.RunListener;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import io.clearway.training.TrainingListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Keeps what a run reports, and tells the run when to stop and why. */
final class RunRecorder implements TrainingListener {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Claim claim;
    private final WorkerSettings settings;
    private final RunListener listener;
    private final BooleanSupplier shuttingDown;
    private final Clock clock;
    private final AtomicReference<Instant> nextLook;
    private volatile Stop stop = Stop.NOT;
    private volatile @Nullable Instant leaveAt;

    RunRecorder(Claim claim, WorkerSettings settings, RunListener listener, BooleanSupplier shuttingDown, Clock clock) {
        this.claim = claim;
        this.settings = settings;
        this.listener = listener;
        this.shuttingDown = shuttingDown;
        this.clock = clock;
        this.nextLook = new AtomicReference<>(clock.instant());
    }

    /** Why a run stops before its end. */
    enum Stop {
        /** It does not. */
        NOT,
        /** Somebody wants its end, or another worker has it. */
        TOLD,
        /** The service is about to end; another worker goes on. */
        SHUTDOWN
    }

    /** Why it stopped, if it did. */
    Stop stop() {
        return stop;
    }

    /** From now on a shutdown is heeded at once, for no checkpoint will come. */
    void expectNoCheckpoints() {
        leaveAt = clock.instant();
    }

    @Override
    public void episode(EpisodeReport report) {
        claim.episode(report);
        listener.episode(claim.run(), report);
    }

    /** Keeps a held-out result. */
    void evaluation(EpisodeResult result) {
        claim.evaluation(result);
        listener.evaluated(claim.run(), result);
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        claim.checkpoint(checkpoint, settings.checkpointsKept());
        if (shuttingDown.getAsBoolean()) {
            leaveAt = clock.instant();
        }
    }

    @Override
    public boolean stopRequested() {
        if (stop == Stop.NOT) {
            if (isTimeToLeave()) {
                stop = Stop.SHUTDOWN;
            } else if (isToldToStop()) {
                stop = Stop.TOLD;
            }
        }
        return stop != Stop.NOT;
    }

    private boolean isTimeToLeave() {
        if (!shuttingDown.getAsBoolean()) {
            return false;
        }
        Instant limit = leaveAt;
        if (limit == null) {
            limit = clock.instant().plus(settings.shutdownGrace());
            leaveAt = limit;
        }
        return !clock.instant().isBefore(limit);
    }

    private boolean isToldToStop() {
        Instant due = nextLook.get();
        if (clock.instant().isBefore(due)
                || !nextLook.compareAndSet(due, clock.instant().plus(BETWEEN_LOOKS))) {
            return false;
        }
        try {
            return claim.mustStop();
        } catch (DataAccessException | TransactionException unreachable) {
            // A database away for a moment is no reason to lose a round; the next write will tell.
            return false;
        }
    }
}
