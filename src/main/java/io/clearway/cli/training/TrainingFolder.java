package io.clearway.cli.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.metric.Digits;
import io.clearway.metric.Metric;
import io.clearway.training.EpisodeReport;
import io.clearway.training.Stage;
import io.clearway.training.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * The folder that a training run without the service writes: its policies, and {@code metrics.csv} with one line per
 * episode. Lines after the checkpoint from which a run continues are dropped, as those episodes are played again.
 */
public final class TrainingFolder implements TrainingListener, AutoCloseable {
    /** Name of the file of metrics. */
    static final String METRICS = "metrics.csv";

    private static final List<Metric> COLUMNS = Arrays.asList(Metric.values());
    /** Scores of some scenarios are below 1: they have as many digits as they need. */
    private static final Map<Metric, DoubleFunction<String>> SHOWN = new EnumMap<>(Map.of(
            Metric.TIME_IN_SYSTEM, hours -> String.format(Locale.ROOT, "time in system %.0f veh·h", hours),
            Metric.PAPER_REWARD, score -> "R̄ " + Digits.mean(score, 0),
            Metric.MEAN_QUEUE, vehicles -> String.format(Locale.ROOT, "queue %.2f", vehicles),
            Metric.ARRIVED, vehicles -> String.format(Locale.ROOT, "arrived %.0f", vehicles),
            Metric.MEAN_HEADWAY, meters -> String.format(Locale.ROOT, "headway %.1f m", meters)));

    private final PolicyFiles files;
    private final Writer csv;
    private final TrainingListener shown;

    /** @param shown is told everything, too, and may stop the run */
    TrainingFolder(PolicyFiles files, Optional<Checkpoint> from, TrainingListener shown) {
        this.files = files;
        this.shown = shown;
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
        shown.stage(stage);
    }

    @Override
    public void episode(EpisodeReport report) {
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
        shown.episode(report);
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
        SHOWN.forEach((metric, words) -> {
            Double value = metrics.get(metric);
            if (value != null) {
                text.append("  ").append(words.apply(value));
            }
        });
        return text.toString();
    }

    @Override
    public void checkpoint(Checkpoint checkpoint, boolean candidate) {
        files.writeNewest(checkpoint, candidate);
        shown.checkpoint(checkpoint, candidate);
    }

    @Override
    public void validated(int done, int planned) {
        shown.validated(done, planned);
    }

    @Override
    public boolean stopRequested() {
        return shown.stopRequested();
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Metrics cannot be written", failure);
        }
    }
}
