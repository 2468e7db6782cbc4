package io.clearway.cli.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.cli.report.EvaluationRow;
import io.clearway.cli.report.ReportedRun;
import io.clearway.cli.report.ReportedRun.Episode;
import io.clearway.cli.report.ReportedRuns;
import io.clearway.cli.report.ReportedRuns.Requested;
import io.clearway.metric.Metric;
import io.clearway.training.EpisodeResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What {@link TrainingFolder} wrote, read again for a report. */
public final class TrainedFolder {
    /** Name of the file of held-out episodes. */
    public static final String EVALUATION = "evaluation.json";

    private static final int FIRST_METRIC = 4;

    private TrainedFolder() {}

    /** The run of a folder. */
    public static ReportedRun read(Path folder) {
        var policies = new PolicyFiles(folder);
        Optional<Checkpoint> newest = policies.newest();
        Path csv = folder.resolve(TrainingFolder.METRICS);
        if (newest.isEmpty() || !Files.isRegularFile(csv)) {
            throw new IllegalArgumentException(
                    "run: '%s' cannot be used; give a folder with the %s and %s of 'clearway train'"
                            .formatted(folder, PolicyFiles.CHECKPOINT, TrainingFolder.METRICS));
        }
        Checkpoint checkpoint = newest.get();
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("folder", String.valueOf(folder.getFileName()));
        policies.selection().ifPresent(text -> provenance.put("final policy", text));
        return ReportedRuns.of(
                ReportedRuns.label(checkpoint.origin()),
                checkpoint.origin(),
                policies.requested().orElse(new Requested(checkpoint.progress().decisions(), Optional.empty())),
                episodes(csv),
                results(folder.resolve(EVALUATION)),
                provenance);
    }

    private static List<Episode> episodes(Path csv) {
        try {
            List<String> lines = Files.readAllLines(csv);
            List<String> headings = List.of(lines.get(0).split(",", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> episode(csv, headings, line.split(",", -1)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Metrics cannot be read from " + csv, failure);
        }
    }

    private static Episode episode(Path csv, List<String> headings, String[] cells) {
        try {
            Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
            for (int column = FIRST_METRIC; column < headings.size(); column++) {
                String cell = cells[column];
                if (!cell.isEmpty()) {
                    Metric.of(headings.get(column)).ifPresent(metric -> metrics.put(metric, Double.parseDouble(cell)));
                }
            }
            return new Episode(Integer.parseInt(cells[0]), cells[1], Integer.parseInt(cells[3]), metrics);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException broken) {
            throw new IllegalArgumentException(
                    "%s: line '%s' cannot be used; give the file as 'clearway train' wrote it"
                            .formatted(csv, String.join(",", cells)),
                    broken);
        }
    }

    /** Held-out episodes in a file of {@code evaluate --json}; none where there is no file. */
    public static List<EpisodeResult> results(Path file) {
        return Files.exists(file) ? evaluation(file) : List.of();
    }

    /** The results in a file that {@code clearway evaluate --json} wrote. */
    public static List<EpisodeResult> evaluation(Path file) {
        try {
            return new JsonMapper()
                    .readTree(Files.readString(file))
                    .valueStream()
                    .map(EvaluationRow::readRow)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Results cannot be read from " + file, failure);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "%s: cannot be read as JSON; give the file as 'clearway evaluate --json' wrote it".formatted(file),
                    broken);
        }
    }
}
