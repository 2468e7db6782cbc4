package io.clearway.runs.worker;

import io.clearway.algorithm.Checkpoint;
import io.clearway.catalog.Catalog;
import io.clearway.runs.FencedOut;
import io.clearway.runs.Run;
import io.clearway.runs.RunClaims;
import io.clearway.runs.RunClaims.Claim;
import io.clearway.runs.RunListener;
import io.clearway.training.PolicySelection;
import io.clearway.training.RunPlan;
import io.clearway.training.TrainingLoop;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Executes one run: trains from its newest checkpoint, evaluates, and records how it ended. */
@Component
class RunWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final int MAX_ATTEMPTS = 5;

    private final RunClaims claims;
    private final Catalog catalog;
    private final WorkerSettings settings;
    private final RunListener listener;
    private final Clock clock;

    RunWorker(RunClaims claims, Catalog catalog, WorkerSettings settings, RunListener listener, Clock clock) {
        this.claims = claims;
        this.catalog = catalog;
        this.settings = settings;
        this.listener = listener;
        this.clock = clock;
    }

    /** What the queue has to do with the run afterwards. */
    enum Outcome {
        /** Nothing: it is over, or claimed by another worker. */
        DONE,
        /** Hand it out again. */
        AGAIN
    }

    /**
     * Executes a run until it is over, claimed by another worker, or the service shuts down.
     *
     * @throws DataAccessException when the database fails; the run stays as it is and is to be tried again later
     */
    Outcome work(UUID id, BooleanSupplier shuttingDown) {
        Optional<Claim> claim = claims.claim(id);
        if (claim.isEmpty()) {
            return Outcome.DONE;
        }
        Run run = claim.get().run();
        listener.taken(run, claim.get().attempt());
        try {
            return execute(claim.get(), shuttingDown);
        } catch (FencedOut lost) {
            LOG.warn("{}; this worker stops working on it", lost.getMessage());
            return Outcome.DONE;
        } catch (DataAccessException | TransactionException infrastructure) {
            throw infrastructure;
        } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
            return recordFailure(claim.get(), failure);
        } finally {
            listener.left(run);
        }
    }

    private Outcome execute(Claim claim, BooleanSupplier shuttingDown) {
        Run run = claim.run();
        if (claim.attempt() > MAX_ATTEMPTS) {
            claim.fail("%d workers were lost in a row without progress of the run".formatted(MAX_ATTEMPTS));
            return Outcome.DONE;
        }
        RunPlan plan = run.request().training().plan(catalog);
        var recorder = new RunRecorder(claim, settings, listener, shuttingDown, clock);
        if (!recorder.stopRequested()) {
            train(claim, plan, recorder);
        }
        if (recorder.stop() == RunRecorder.Stop.NONE) {
            recorder.expectNoCheckpoints();
            choosePolicy(claim, plan, recorder);
        }
        if (recorder.stop() == RunRecorder.Stop.NONE) {
            new FinalEvaluation(claim, plan, settings.parallelEpisodes()).evaluate(recorder);
        }
        return conclude(claim, recorder.stop());
    }

    private void train(Claim claim, RunPlan plan, RunRecorder recorder) {
        Optional<Checkpoint> from = claim.latestCheckpoint();
        LOG.info(
                "Run {}: {} on {}, seed {}, {} of {} decisions done",
                claim.run().id(),
                plan.algorithm().name(),
                plan.scenario().name(),
                plan.seed(),
                from.map(checkpoint -> checkpoint.progress().decisions()).orElse(0),
                plan.decisions());
        new TrainingLoop(plan, settings.parallelEpisodes(), settings.checkpointEveryRounds(), recorder).run(from);
    }

    private void choosePolicy(Claim claim, RunPlan plan, RunRecorder recorder) {
        boolean chosen = claim.run().state().selection() != null;
        if (chosen || !plan.selection().wanted()) {
            return;
        }
        List<Checkpoint> kept = new ArrayList<>(claim.candidates());
        // a worker of a version before, during an update, marks no candidates
        claim.latestCheckpoint().ifPresent(kept::add);
        new PolicySelection(plan, settings.parallelEpisodes(), recorder)
                .select(kept)
                .ifPresent(policy -> {
                    recorder.policy(policy);
                    LOG.info("Run {}: {}", claim.run().id(), policy.selection().text());
                });
    }

    private static Outcome conclude(Claim claim, RunRecorder.Stop stop) {
        UUID id = claim.run().id();
        switch (stop) {
            case NONE -> {
                claim.finish();
                LOG.info("Run {}: finished", id);
            }
            case CANCELED -> {
                claim.cancel();
                LOG.info("Run {}: canceled", id);
            }
            case SHUTDOWN -> {
                claim.handBack();
                LOG.info("Run {}: returned to the queue, because this service is stopping", id);
                return Outcome.AGAIN;
            }
        }
        return Outcome.DONE;
    }

    private static Outcome recordFailure(Claim claim, Throwable failure) {
        String message = message(failure);
        LOG.error("Run {}: failed: {}", claim.run().id(), message);
        LOG.debug("Run {}: failed", claim.run().id(), failure);
        try {
            claim.fail(message);
        } catch (FencedOut lost) {
            LOG.warn("{}; this worker stops working on it", lost.getMessage());
        }
        return Outcome.DONE;
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        boolean ours = failure.getClass().getName().startsWith("io.clearway");
        if (message == null || message.isBlank()) {
            return failure.toString();
        }
        return ours ? message : failure.getClass().getSimpleName() + ": " + message;
    }
}
