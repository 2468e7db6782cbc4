package io.clearway.runs.worker;

import io.clearway.algorithm.Checkpoint;
import io.clearway.runs.RunClaims.Claim;
import io.clearway.runs.RunListener;
import io.clearway.runs.Validated;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import io.clearway.training.SelectedPolicy;
import io.clearway.training.Stage;
import io.clearway.training.TrainingListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Stores what a run reports, and decides when the run stops and why. */
final class RunRecorder implements TrainingListener {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private final Claim claim;
    private final WorkerSettings settings;
    private final RunListener listener;
    private final BooleanSupplier shuttingDown;
    private final Clock clock;
    private final StageRecorder stages;
    private final AtomicReference<Instant> nextPoll;
    private volatile Stop stop = Stop.NONE;
    private volatile @Nullable Instant shutdownAt;

    RunRecorder(Claim claim, WorkerSettings settings, RunListener listener, BooleanSupplier shuttingDown, Clock clock) {
        this.claim = claim;
        this.settings = settings;
        this.listener = listener;
        this.shuttingDown = shuttingDown;
        this.clock = clock;
        this.stages = new StageRecorder(claim::stage, clock);
        this.nextPoll = new AtomicReference<>(clock.instant());
    }

    /** Why a run stops before its end. */
    enum Stop {
        /** It does not stop. */
        NONE,
        /** It was canceled, or another worker has taken it. */
        CANCELED,
        /** The service is stopping; another worker resumes it. */
        SHUTDOWN
    }

    /** Why it stopped, if it did. */
    Stop stop() {
        return stop;
    }

    /** From now on a shutdown takes effect at once, as no further checkpoint will come. */
    void expectNoCheckpoints() {
        shutdownAt = clock.instant();
    }

    @Override
    public void stage(Stage stage) {
        stages.accept(stage);
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
    public void checkpoint(Checkpoint checkpoint, boolean candidate) {
        claim.checkpoint(checkpoint, candidate, settings.checkpointsKept());
        if (shuttingDown.getAsBoolean()) {
            shutdownAt = clock.instant();
        }
    }

    @Override
    public void validated(int done, int planned) {
        claim.validated(new Validated(done, planned));
    }

    /** Keeps the final policy. */
    void policy(SelectedPolicy policy) {
        claim.policy(policy, settings.checkpointsKept());
    }

    @Override
    public boolean stopRequested() {
        if (stop == Stop.NONE) {
            if (isShutdownDue()) {
                stop = Stop.SHUTDOWN;
            } else if (isCanceled()) {
                stop = Stop.CANCELED;
            }
        }
        return stop != Stop.NONE;
    }

    private boolean isShutdownDue() {
        if (!shuttingDown.getAsBoolean()) {
            return false;
        }
        Instant limit = shutdownAt;
        if (limit == null) {
            limit = clock.instant().plus(settings.shutdownGrace());
            shutdownAt = limit;
        }
        return !clock.instant().isBefore(limit);
    }

    private boolean isCanceled() {
        Instant due = nextPoll.get();
        if (clock.instant().isBefore(due)
                || !nextPoll.compareAndSet(due, clock.instant().plus(POLL_INTERVAL))) {
            return false;
        }
        try {
            return claim.mustStop();
        } catch (DataAccessException | TransactionException unreachable) {
            // A short outage of the database must not lose a round; if it persists, the next write fails.
            return false;
        }
    }
}
