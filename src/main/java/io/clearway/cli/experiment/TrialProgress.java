package io.clearway.cli.experiment;

import io.clearway.algorithm.Checkpoint;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.ProgressLine;
import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiment.Trial;
import io.clearway.training.EpisodeReport;
import io.clearway.training.TrainingListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Shows how far an experiment has come, by decisions of training and evaluation. Safe for many threads. */
public final class TrialProgress implements AutoCloseable {
    private final ExperimentPlan plan;
    private final Console console;
    private final ProgressLine line;
    private final long planned;
    private final Map<Trial, Integer> trained = new LinkedHashMap<>();
    private final long began = System.nanoTime();
    private long done;
    private long doneBefore;
    private int ended;

    /** @param plan of the experiment */
    public TrialProgress(ExperimentPlan plan, Console console) {
        this.plan = plan;
        this.console = console;
        this.line = new ProgressLine(console.err(), console);
        this.planned = plan.decisions();
    }

    /** A trial begins. */
    synchronized void begin(Trial trial) {
        trained.put(trial, 0);
        show(trial, "begins");
    }

    /** A trial had been trained so far before. */
    synchronized void found(Trial trial, int decisions) {
        long before = done;
        train(trial, decisions);
        doneBefore += done - before;
    }

    /** So many held-out episodes of a trial were there before. */
    synchronized void foundEpisodes(Trial trial, int episodes) {
        long found = (long) episodes * trial.evaluationHorizon();
        done += found;
        doneBefore += found;
    }

    /** A held-out episode was played. */
    synchronized void evaluated(Trial trial) {
        done += trial.evaluationHorizon();
        show(trial, "held-out episodes");
    }

    /** A trial is over. */
    synchronized void end(Trial trial, boolean complete) {
        trained.remove(trial);
        ended++;
        line.end();
        console.err()
                .printf(
                        "trial %d of %d: %s: %s%n",
                        ended, plan.trials().size(), trial.title(), complete ? "complete" : "stopped");
    }

    /** Hears of a trial's training, and passes on whether to stop. */
    TrainingListener listener(Trial trial, BooleanSupplier stop) {
        return new TrainingListener() {
            @Override
            public void episode(EpisodeReport report) {
                trained(trial, report.decisions());
            }

            @Override
            public void checkpoint(Checkpoint checkpoint, boolean candidate) {}

            @Override
            public void validated(int validated, int of) {}

            @Override
            public boolean stopRequested() {
                return stop.getAsBoolean();
            }
        };
    }

    private synchronized void trained(Trial trial, int decisions) {
        train(trial, decisions);
        show(trial, String.format(Locale.ROOT, "%,d of %,d decisions", decisions, trial.trainingDecisions()));
    }

    /** A last round may go beyond the end, which counts as the end. */
    private void train(Trial trial, int decisions) {
        int now = Math.min(decisions, trial.trainingDecisions());
        done += now - trained.getOrDefault(trial, 0);
        trained.put(trial, now);
    }

    private void show(Trial trial, String what) {
        if (done > 0 && done == doneBefore) {
            // nothing was played yet, so there is no rate
            return;
        }
        Duration spent = Duration.ofNanos(System.nanoTime() - began);
        double played = Math.max(1, done - doneBefore);
        line.show(
                (double) done / Math.max(1, planned),
                "%s: %s, %d of %d trials over"
                        .formatted(trial.title(), what, ended, plan.trials().size()),
                Duration.ofNanos((long) (spent.toNanos() * (done / played))));
    }

    @Override
    public synchronized void close() {
        line.end();
    }
}
