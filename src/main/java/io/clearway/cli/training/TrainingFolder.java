package io.clearway.cli.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.DecisionRate;
import io.clearway.cli.terminal.ProgressLine;
import io.clearway.metric.Metric;
import io.clearway.training.EpisodeReport;
import io.clearway.training.RunPlan;
import io.clearway.training.Stage;
import io.clearway.training.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folder that a training run without the service writes: its policies, and {@code metrics.csv} with one line per
 * episode. Lines after the checkpoint from which a run continues are dropped, as those episodes are played again.
 */
public final class TrainingFolder implements TrainingListener, AutoCloseable {
    /** Name of the file of metrics. */
    static final String METRICS = "metrics.csv";

    private static final List<Metric> COLUMNS = Arrays.asList(Metric.values());
    private static final Map<Metric, String> SHOWN = new EnumMap<>(Map.of(
            Metric.TIME_IN_SYSTEM, "time in system %.0f veh·h",
            Metric.PAPER_REWARD, "R̄ %.0f",
            Metric.MEAN_QUEUE, "queue %.2f",
            Metric.ARRIVED, "arrived %.0f",
            Metric.MEAN_HEADWAY, "headway %.1f m"));

    private final PolicyFiles files;
    private final Writer csv;
    private final RunPlan plan;
    private final ProgressLine progress;
    private final ProgressLine validation;
    private final long began = System.nanoTime();
    private long validationBegan;
    private final int decisionsBefore;
    private final boolean terminal;
    private int decisions;

    TrainingFolder(PolicyFiles files, RunPlan plan, Optional<Checkpoint> from, Console console) {
        this.files = files;
        this.plan = plan;
        this.progress = new ProgressLine(console.err(), console);
        this.validation = new ProgressLine(console.err(), console);
        this.decisionsBefore = from.map(it -> it.progress().decisions()).orElse(0);
        this.decisions = decisionsBefore;
        this.terminal = console.terminal();
        this.csv = open(
                files.folder().resolve(METRICS),
                from.map(it -> it.progress().episodes()).orElse(0));
        if (from.isEmpty()) {
            files.forgetCandidates();
        }
    }

    private static Writer open(Path file, int episodesToKeep) {
        String header = "episode,controller,seed,totalDecisions,"
                + COLUMNS.stream().map(Metric::key).collect(Collectors.joining(","));
        try {
            List<String> kept = Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .skip(1)
                            .limit(episodesToKeep)
                            .toList()
                    : List.of();
            Path beside = file.resolveSibling(METRICS + ".new");
            Files.writeString(
                    beside, header + "\n" + kept.stream().map(it -> it + "\n").collect(Collectors.joining()));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return Files.newBufferedWriter(file, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException("Metrics cannot be written to " + file, failure);
        }
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
        String figures = COLUMNS.stream()
                .map(metric -> report.metrics().get(metric))
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining(","));
        try {
            csv.write("%d,%s,%d,%d,%s%n"
                    .formatted(report.episode(), report.controller(), report.seed(), report.decisions(), figures));
            csv.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("Metrics cannot be written", failure);
        }
        DecisionRate rate =
                new DecisionRate(decisionsBefore, report.decisions(), Duration.ofNanos(System.nanoTime() - began));
        progress.show(
                (double) report.decisions() / plan.decisions(), summary(report) + rate.text(), rate.asFromTheStart());
    }

    /** How the episode went, as far as its scenario measures that. */
    static String summary(EpisodeReport report) {
        return summary(report.episode(), report.controller(), report.metrics());
    }

    /**
     * How an episode went, in a line.
     *
     * @param episode counted from 0
     */
    public static String summary(int episode, String controller, Map<Metric, Double> metrics) {
        var text = new StringBuilder("episode %d (%s)".formatted(episode + 1, controller));
        SHOWN.forEach((metric, format) -> {
            Double value = metrics.get(metric);
            if (value != null) {
                text.append("  ").append(String.format(Locale.ROOT, format, value));
            }
        });
        return text.toString();
    }

    @Override
    public void checkpoint(Checkpoint checkpoint, boolean candidate) {
        files.writeNewest(checkpoint, candidate);
    }

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
        try {
            csv.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Metrics cannot be written", failure);
        }
    }
}
