package io.clearway.cli.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.DecisionRate;
import io.clearway.cli.terminal.ProgressLine;
import io.clearway.training.EpisodeReport;
import io.clearway.training.RunPlan;
import io.clearway.training.Stage;
import io.clearway.training.TrainingListener;
import java.time.Duration;
import java.util.Optional;

/** Shows how far a training run has come. */
final class TrainingProgress implements TrainingListener, AutoCloseable {
    private final RunPlan plan;
    private final ProgressLine progress;
    private final ProgressLine validation;
    private final long began = System.nanoTime();
    private final int decisionsBefore;
    private final boolean terminal;
    private long validationBegan;
    private int decisions;

    /** @param from checkpoint that the run continues from */
    TrainingProgress(RunPlan plan, Optional<Checkpoint> from, Console console) {
        this.plan = plan;
        this.progress = new ProgressLine(console.err(), console);
        this.validation = new ProgressLine(console.err(), console);
        this.decisionsBefore = from.map(it -> it.progress().decisions()).orElse(0);
        this.decisions = decisionsBefore;
        this.terminal = console.terminal();
    }

    @Override
    public void stage(Stage stage) {
        // into a file only whole steps are printed, of which a stage is none
        if (terminal) {
            Duration spent = Duration.ofNanos(System.nanoTime() - began);
            progress.show((double) decisions / plan.decisions(), stage.text(), spent);
        }
    }

    @Override
    public void episode(EpisodeReport report) {
        decisions = report.decisions();
        DecisionRate rate =
                new DecisionRate(decisionsBefore, report.decisions(), Duration.ofNanos(System.nanoTime() - began));
        progress.show(
                (double) report.decisions() / plan.decisions(),
                TrainingFolder.summary(report) + rate.text(),
                rate.asFromTheStart());
    }

    @Override
    public void checkpoint(Checkpoint checkpoint, boolean candidate) {}

    @Override
    public void validated(int done, int planned) {
        if (done == 0) {
            progress.end();
            validationBegan = System.nanoTime();
        }
        if (planned > 0) {
            validation.show(
                    (double) done / planned,
                    "validation episodes %d of %d".formatted(done, planned),
                    Duration.ofNanos(System.nanoTime() - validationBegan));
        }
    }

    @Override
    public boolean stopRequested() {
        return false;
    }

    @Override
    public void close() {
        progress.end();
        validation.end();
    }
}
