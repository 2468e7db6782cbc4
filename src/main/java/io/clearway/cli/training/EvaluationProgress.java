package io.clearway.cli.training;

import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.ProgressLine;
import io.clearway.training.EpisodeResult;
import java.time.Duration;
import java.util.function.Consumer;

/** Shows how far an evaluation has come. */
final class EvaluationProgress implements Consumer<EpisodeResult>, AutoCloseable {
    private final int planned;
    private final ProgressLine line;
    private final long began = System.nanoTime();
    private int done;

    /** @param planned episodes to be played */
    EvaluationProgress(int planned, Console console) {
        this.planned = planned;
        this.line = new ProgressLine(console.err(), console);
    }

    @Override
    public void accept(EpisodeResult result) {
        done++;
        line.show(
                (double) done / planned,
                "held-out episodes %d of %d".formatted(done, planned),
                Duration.ofNanos(System.nanoTime() - began));
    }

    @Override
    public void close() {
        line.end();
    }
}
