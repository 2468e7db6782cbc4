package io.clearway.cli.experiment;

import io.clearway.cli.command.AtomicFiles;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.report.EvaluationRow;
import io.clearway.experiment.TrialResult;
import io.clearway.experiment.result.Comparison;
import io.clearway.experiment.result.ExperimentResults;
import io.clearway.experiment.result.LearningCurve;
import io.clearway.experiment.result.Profile;
import io.clearway.experiment.result.ResultDocument;
import io.clearway.experiment.result.Summary;
import io.clearway.experiment.statistics.Curve;
import io.clearway.experiment.statistics.Interval;
import io.clearway.metric.Metric;
import io.clearway.report.HtmlReport;
import io.clearway.training.EpisodeResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the results of an experiment: a page, JSON, and tables as CSV. Equal results are equal files. */
public final class ResultFiles {
    /** Differs from run to run. */
    private static final Metric NOT_REPEATED = Metric.WALL_SECONDS;

    private final Path folder;
    private final ExperimentResults results;

    /** @param folder to write into */
    public ResultFiles(Path folder, ExperimentResults results) {
        this.folder = folder;
        this.results = results;
    }

    /** Writes all files; where they are, by what they are. */
    public Map<String, String> write() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("html", write("report.html", HtmlReport.render(ExperimentReport.of(results))));
        files.put("json", write("results.json", JsonFiles.text(ResultDocument.of(results)) + "\n"));
        files.put("episodes", write("episodes.csv", table(episodes())));
        files.put("summaries", write("summaries.csv", table(summaries())));
        files.put("comparisons", write("comparisons.csv", table(comparisons())));
        files.put("profiles", write("profiles.csv", table(profiles())));
        files.put("curves", write("curves.csv", table(curves())));
        return files;
    }

    private String write(String name, String content) {
        Path file = folder.resolve(name);
        AtomicFiles.write(file, content);
        return file.toString();
    }

    private List<List<Object>> episodes() {
        Set<String> keys = new LinkedHashSet<>();
        results.trials().stream()
                .flatMap(trial -> trial.episodes().stream())
                .forEach(episode -> keys.addAll(figures(episode).keySet()));
        List<List<Object>> rows = new ArrayList<>();
        List<Object> headings = new ArrayList<>(List.of("scenario", "competitor", "trainingSeed", "evaluationSeed"));
        headings.addAll(keys);
        rows.add(headings);
        for (TrialResult trial : results.trials()) {
            for (EpisodeResult episode : trial.episodes()) {
                List<Object> row = new ArrayList<>(List.of(
                        trial.trial().cell().scenario(),
                        trial.trial().cell().competitor(),
                        trial.trial().trainingSeed().map(String::valueOf).orElse(""),
                        episode.seed()));
                Map<String, Object> figures = figures(episode);
                keys.forEach(key -> row.add(figures.getOrDefault(key, "")));
                rows.add(row);
            }
        }
        return rows;
    }

    private static Map<String, Object> figures(EpisodeResult episode) {
        Map<String, Object> figures = new LinkedHashMap<>(EvaluationRow.of(episode));
        figures.keySet()
                .removeIf(key ->
                        Metric.of(key).filter(metric -> metric != NOT_REPEATED).isEmpty());
        return figures;
    }

    private List<List<Object>> summaries() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "group",
                "competitor",
                "runs",
                "episodes",
                "interquartileMean",
                "interquartileMeanLower",
                "interquartileMeanUpper",
                "mean",
                "meanLower",
                "meanUpper"));
        for (Summary summary : results.summaries()) {
            rows.add(row(
                    List.of(summary.group(), summary.competitor(), summary.runs(), summary.episodes()),
                    summary.interquartileMean(),
                    summary.mean()));
        }
        return rows;
    }

    private List<List<Object>> comparisons() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "group",
                "first",
                "second",
                "pValue",
                "adjustedPValue",
                "tested",
                "difference",
                "differenceLower",
                "differenceUpper",
                "probabilityOfImprovement",
                "probabilityOfImprovementLower",
                "probabilityOfImprovementUpper"));
        for (Comparison comparison : results.comparisons()) {
            rows.add(row(
                    List.of(
                            comparison.group(),
                            comparison.first(),
                            comparison.second(),
                            comparison.test().pValue(),
                            comparison.test().adjusted(),
                            comparison.test().overTrainingSeeds() ? "training seeds" : "evaluation seeds"),
                    comparison.difference(),
                    comparison.probabilityOfImprovement()));
        }
        return rows;
    }

    private List<List<Object>> profiles() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("group", "competitor", "score", "share", "shareLower", "shareUpper"));
        for (Profile profile : results.profiles()) {
            for (Profile.Point point : profile.points()) {
                rows.add(row(List.of(profile.group(), profile.competitor(), point.score()), point.share()));
            }
        }
        return rows;
    }

    private List<List<Object>> curves() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("scenario", "competitor", "metric", "runs", "decisions", "mean", "standardDeviation"));
        for (LearningCurve curve : results.curves()) {
            for (Curve.Point point : curve.points()) {
                rows.add(List.of(
                        curve.scenario(),
                        curve.competitor(),
                        curve.metric().key(),
                        curve.runs(),
                        point.decisions(),
                        point.mean(),
                        point.deviation()));
            }
        }
        return rows;
    }

    private static List<Object> row(List<Object> first, Interval... intervals) {
        List<Object> row = new ArrayList<>(first);
        for (Interval interval : intervals) {
            row.addAll(List.of(interval.estimate(), interval.lower(), interval.upper()));
        }
        return row;
    }

    private static String table(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(ResultFiles::cell).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    /** As in RFC 4180. */
    private static String cell(Object value) {
        String text = String.valueOf(value);
        return text.matches("(?s).*[\",\n\r].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
