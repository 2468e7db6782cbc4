package io.clearway.experiments.worker;

import io.clearway.catalog.Catalog;
import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiment.RuleTrial;
import io.clearway.experiment.Trial;
import io.clearway.experiments.RuleTrials;
import io.clearway.experiments.RuleTrials.Place;
import io.clearway.experiments.RuleTrials.Taken;
import io.clearway.experiments.TrialContent;
import io.clearway.training.Evaluation;
import io.clearway.training.Evaluation.HeldOutEpisode;
import io.clearway.training.HeldOutEpisodes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Plays what is missing of the held-out episodes of one rule. */
@Component
class RuleTrialWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RuleTrialWorker.class);
    private static final int MAX_ATTEMPTS = 5;
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private final RuleTrials trials;
    private final Catalog catalog;
    private final Clock clock;
    private final int parallelEpisodes;

    /** @param parallelEpisodes as for runs: episodes played at the same time; 0 means one per processor */
    RuleTrialWorker(
            RuleTrials trials,
            Catalog catalog,
            Clock clock,
            @Value("${clearway.worker.parallel-episodes:0}") int parallelEpisodes) {
        this.trials = trials;
        this.catalog = catalog;
        this.clock = clock;
        this.parallelEpisodes = parallelEpisodes == 0 ? Runtime.getRuntime().availableProcessors() : parallelEpisodes;
    }

    /**
     * Plays until all episodes are kept, the trial is canceled, or the service shuts down.
     *
     * @return whether the trial is over; else it is to be handed out again
     * @throws DataAccessException when the database fails; the trial stays as it is and is to be tried again later
     */
    boolean play(Place place, BooleanSupplier shuttingDown) {
        Optional<Taken> taken = trials.take(place);
        if (taken.isEmpty()) {
            return true;
        }
        if (taken.get().attempt() > MAX_ATTEMPTS) {
            trials.fail(place, "%d workers were lost in a row without an episode".formatted(MAX_ATTEMPTS));
            return true;
        }
        var stop = new Stop(place, shuttingDown);
        try {
            play(place, taken.get(), stop);
        } catch (DataAccessException | TransactionException infrastructure) {
            throw infrastructure;
        } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
            String message = failure.getMessage();
            LOG.error("Trial {}: failed: {}", place, failure.toString());
            trials.fail(place, message == null || message.isBlank() ? failure.toString() : message);
            return true;
        }
        if (stop.getAsBoolean() && shuttingDown.getAsBoolean()) {
            trials.handBack(place);
            return false;
        }
        return true;
    }

    private void play(Place place, Taken taken, Stop stop) {
        ExperimentPlan plan = taken.source().described().plan(catalog);
        RuleTrial trial = trial(plan.trials(), place, taken.content());
        List<Long> seeds = plan.experiment().protocol().evaluationSeeds();
        List<Long> missing =
                seeds.stream().filter(seed -> !taken.played().contains(seed)).toList();
        LOG.info(
                "Trial {}: {}, {} of {} episodes are there",
                place,
                trial.title(),
                taken.played().size(),
                seeds.size());
        List<HeldOutEpisode> episodes = new HeldOutEpisodes(missing)
                .of(trial.cell().competitor(), trial.controllers(), trial.evaluationSettings());
        int played = new Evaluation(trial.scenario(), parallelEpisodes)
                .evaluate(episodes, stop, result -> trials.add(place, result))
                .size();
        if (played == missing.size()) {
            trials.finish(place);
        }
    }

    private static RuleTrial trial(List<Trial> trials, Place place, String content) {
        if (trials.get(place.number()) instanceof RuleTrial rule
                && TrialContent.of(rule).equals(content)) {
            return rule;
        }
        throw new IllegalStateException("The scenario was changed since the experiment was submitted; submit it again");
    }

    /** Whether to stop; asked at every decision, on several threads. */
    private final class Stop implements BooleanSupplier {
        private final Place place;
        private final BooleanSupplier shuttingDown;
        private volatile long asked = clock.millis();
        private volatile boolean unwanted;

        Stop(Place place, BooleanSupplier shuttingDown) {
            this.place = place;
            this.shuttingDown = shuttingDown;
        }

        @Override
        public boolean getAsBoolean() {
            if (clock.millis() - asked >= POLL_INTERVAL.toMillis()) {
                asked = clock.millis();
                unwanted = !trials.isWanted(place);
            }
            return unwanted || shuttingDown.getAsBoolean();
        }
    }
}
