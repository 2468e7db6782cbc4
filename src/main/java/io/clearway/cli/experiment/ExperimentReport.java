package io.clearway.cli.experiment;

import io.clearway.cli.report.BandPlot;
import io.clearway.cli.report.BoxPlot;
import io.clearway.cli.report.IntervalPlot;
import io.clearway.experiment.Cell;
import io.clearway.experiment.LearningTrial;
import io.clearway.experiment.RuleTrial;
import io.clearway.experiment.Trial;
import io.clearway.experiment.TrialResult;
import io.clearway.experiment.description.Experiment;
import io.clearway.experiment.description.Experiment.Measured;
import io.clearway.experiment.result.Comparison;
import io.clearway.experiment.result.ExperimentResults;
import io.clearway.experiment.result.LearningCurve;
import io.clearway.experiment.result.Profile;
import io.clearway.experiment.result.Summary;
import io.clearway.experiment.statistics.Curve;
import io.clearway.experiment.statistics.Interval;
import io.clearway.metric.Metric;
import io.clearway.report.Report;
import io.clearway.report.Report.Drawing;
import io.clearway.report.Report.Section;
import io.clearway.report.Report.Table;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The report of an experiment: for each scenario aggregates, comparisons, profiles and learning curves. */
final class ExperimentReport {
    private static final int FEW_RUNS = 5;
    private static final String COMPARED =
            "Differences are paired by seed. p is of the paired t test, corrected for all comparisons of the experiment"
                    + " (Holm); it is over training seeds where there are several that differ, else over evaluation"
                    + " seeds, which says nothing of other training seeds. A difference below p = 0.05 is called better or worse."
                    + " P(first better) is the probability of improvement: that a run of the first is better than one of"
                    + " the second.";

    private final ExperimentResults results;
    private final Experiment experiment;

    private ExperimentReport(ExperimentResults results) {
        this.results = results;
        this.experiment = results.plan().experiment();
    }

    static Report of(ExperimentResults results) {
        return new ExperimentReport(results).report();
    }

    private Report report() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("Setup", setup(), List.of(), List.of()));
        results.groups().forEach(group -> {
            sections.add(summary(group));
            if (results.comparisons().stream().anyMatch(it -> it.group().equals(group))) {
                sections.add(comparisons(group));
            }
            if (results.curves().stream().anyMatch(it -> it.scenario().equals(group))) {
                sections.add(curves(group));
            }
        });
        sections.add(Section.of("Trials", List.of(), List.of(), List.of(trials())));
        return new Report("Clearway: " + experiment.name(), sections);
    }

    private List<String> setup() {
        Measured measured = experiment.measured();
        List<String> remarks = new ArrayList<>();
        if (!measured.description().isEmpty()) {
            remarks.add(measured.description());
        }
        remarks.add("Measured: %s, %s is better. Training seeds %s, evaluation seeds %s."
                .formatted(
                        heading(measured.measure().metric()),
                        measured.measure().higherIsBetter() ? "higher" : "lower",
                        seeds(experiment.protocol().trainingSeeds()),
                        seeds(experiment.protocol().evaluationSeeds())));
        remarks.add(String.format(
                Locale.ROOT,
                "IQM is the interquartile mean over the training seeds, each averaged over the evaluation seeds; of fewer"
                        + " than four training seeds it is the mean. Intervals hold 95 %%, by a stratified bootstrap of"
                        + " %,d repetitions over training and evaluation seeds (Agarwal et al. 2021).",
                measured.analysis().repetitions()));
        if (experiment.protocol().trainingSeeds().size() < FEW_RUNS
                && !experiment.algorithms().isEmpty()) {
            remarks.add("With fewer than five training seeds such intervals are too narrow.");
        }
        if (experiment.scenarios().size() > 1 && measured.analysis().normalization() == null) {
            remarks.add("There are no results over all scenarios, as no normalization makes their scores comparable.");
        }
        return remarks;
    }

    private static String seeds(List<Long> seeds) {
        boolean range = seeds.size() > 2 && seeds.get(seeds.size() - 1) - seeds.get(0) == seeds.size() - 1;
        return range
                ? "%d–%d".formatted(seeds.get(0), seeds.get(seeds.size() - 1))
                : String.join(", ", seeds.stream().map(String::valueOf).toList());
    }

    private Section summary(String group) {
        List<Summary> summaries = of(group, results.summaries(), Summary::group);
        List<List<String>> rows = summaries.stream()
                .map(summary -> List.of(
                        summary.competitor(),
                        String.valueOf(summary.runs()),
                        String.valueOf(summary.episodes()),
                        Figures.interval(summary.interquartileMean()),
                        Figures.interval(summary.mean())))
                .toList();
        List<Drawing> drawings = new ArrayList<>(List.of(
                intervals(group, "IQM", summaries, Summary::interquartileMean),
                intervals(group, "mean", summaries, Summary::mean),
                profile(group)));
        boxes(group).ifPresent(drawings::add);
        return Section.of(
                "Scores: " + group,
                List.of(),
                drawings,
                List.of(new Table(List.of("competitor", "runs", "episodes", "IQM", "mean"), rows)));
    }

    private Drawing intervals(
            String group, String figure, List<Summary> summaries, Function<Summary, Interval> interval) {
        String heading = "%s of %s".formatted(figure, score(group));
        IntervalPlot plot = new IntervalPlot(heading);
        summaries.forEach(summary -> {
            Interval of = interval.apply(summary);
            plot.add(summary.competitor(), of.estimate(), of.lower(), of.upper());
        });
        return new Drawing(file(group, figure), heading, plot.render());
    }

    /** Scores of the training runs as boxes; none where nothing was trained, or scenarios are mixed. */
    private Optional<Drawing> boxes(String group) {
        String heading = "Runs: " + score(group);
        BoxPlot plot = new BoxPlot(heading);
        Map<String, List<Double>> byCompetitor = new LinkedHashMap<>();
        for (TrialResult result : results.trials()) {
            Trial trial = result.trial();
            if (trial.trainingSeed().isPresent() && trial.cell().scenario().equals(group)) {
                byCompetitor
                        .computeIfAbsent(trial.cell().competitor(), name -> new ArrayList<>())
                        .add(mean(result));
            }
        }
        byCompetitor.forEach(
                (competitor, scores) -> plot.add(competitor, scores.stream().mapToDouble(Double::doubleValue)));
        return byCompetitor.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drawing(file(group, "runs"), heading, plot.render()));
    }

    private double mean(TrialResult result) {
        Metric metric = experiment.measured().measure().metric();
        return result.episodes().stream()
                .mapToDouble(episode -> episode.metrics().getOrDefault(metric, Double.NaN))
                .average()
                .orElse(Double.NaN);
    }

    private Drawing profile(String group) {
        BandPlot plot = new BandPlot("Share of runs that are better", score(group));
        for (Profile profile : of(group, results.profiles(), Profile::group)) {
            plot.add(
                    profile.competitor(),
                    series(group, profile.competitor()),
                    profile.points().stream()
                            .map(point -> new BandPlot.Point(
                                    point.score(),
                                    point.share().estimate(),
                                    point.share().lower(),
                                    point.share().upper()))
                            .toList());
        }
        return new Drawing(file(group, "profile"), "Performance profile", plot.render());
    }

    /** Place of a competitor among those of its group. */
    private int series(String group, String competitor) {
        return of(group, results.summaries(), Summary::group).stream()
                .map(Summary::competitor)
                .toList()
                .indexOf(competitor);
    }

    private Section comparisons(String group) {
        boolean normalized = group.equals(ExperimentResults.ALL);
        boolean higher = normalized || experiment.measured().measure().higherIsBetter();
        List<List<String>> rows = of(group, results.comparisons(), Comparison::group).stream()
                .map(comparison -> List.of(
                        comparison.first(),
                        comparison.second(),
                        Figures.interval(comparison.difference()),
                        Figures.pValue(comparison.test().adjusted()),
                        comparison.test().overTrainingSeeds() ? "training seeds" : "evaluation seeds",
                        Figures.interval(comparison.probabilityOfImprovement()),
                        comparison.conclusion(higher)))
                .toList();
        return Section.of(
                "Comparisons: " + group,
                List.of(COMPARED),
                List.of(),
                List.of(new Table(
                        List.of("first", "second", "first − second", "p", "over", "P(first better)", "the first is"),
                        rows)));
    }

    private Section curves(String group) {
        List<LearningCurve> curves = of(group, results.curves(), LearningCurve::scenario);
        List<Drawing> drawings = curves.stream()
                .map(LearningCurve::metric)
                .distinct()
                .map(metric -> drawing(group, metric, curves))
                .toList();
        List<List<String>> ends = curves.stream()
                .map(curve -> {
                    Curve.Point last = curve.points().get(curve.points().size() - 1);
                    return List.of(
                            curve.competitor(),
                            heading(curve.metric()),
                            String.format(Locale.ROOT, "%,.0f", last.decisions()),
                            Figures.deviation(last.mean(), last.deviation()));
                })
                .toList();
        return Section.of(
                "Training: " + group,
                List.of("The mean of a learner's last ten own episodes: mean over its training seeds, the band is ± one"
                        + " standard deviation between them."),
                drawings,
                List.of(new Table(List.of("algorithm", "at the end", "decisions", "mean ± standard deviation"), ends)));
    }

    private Drawing drawing(String group, Metric metric, List<LearningCurve> curves) {
        BandPlot plot = new BandPlot(heading(metric), "decisions");
        curves.stream()
                .filter(curve -> curve.metric() == metric)
                .forEach(curve -> plot.add(
                        curve.competitor(),
                        series(group, curve.competitor()),
                        curve.points().stream()
                                .map(point -> new BandPlot.Point(
                                        point.decisions(),
                                        point.mean(),
                                        point.mean() - point.deviation(),
                                        point.mean() + point.deviation()))
                                .toList()));
        return new Drawing(file(group, metric.key()), heading(metric), plot.render());
    }

    /** A row for each scenario and competitor: what it was, and with which settings. */
    private Table trials() {
        Map<Cell, Trial> firsts = new LinkedHashMap<>();
        results.trials().forEach(result -> firsts.putIfAbsent(result.trial().cell(), result.trial()));
        return new Table(
                List.of("competitor", "training seeds", "decisions of each", "settings"),
                firsts.values().stream()
                        .map(trial -> List.of(
                                trial.cell().toString(),
                                trial.trainingSeed().isEmpty()
                                        ? ""
                                        : seeds(experiment.protocol().trainingSeeds()),
                                String.format(Locale.ROOT, "%,d", trial.trainingDecisions()),
                                settings(trial)))
                        .toList());
    }

    private static String settings(Trial trial) {
        Stream<String> given = trial instanceof LearningTrial learning
                ? Stream.of(
                        learning.plan().algorithm().name(),
                        sorted(learning.plan().algorithmSettings()),
                        sorted(learning.plan().scenarioSettings()))
                : Stream.of(((RuleTrial) trial).rule(), sorted(trial.evaluationSettings()));
        return String.join(" ", given.filter(text -> !text.equals("{}")).toList());
    }

    private static String sorted(Settings settings) {
        return new TreeMap<>(settings.values()).toString();
    }

    private String score(String group) {
        return group.equals(ExperimentResults.ALL)
                ? "normalized score"
                : heading(experiment.measured().measure().metric());
    }

    private static String heading(Metric metric) {
        return metric.unit().equals("1") ? metric.meaning() : "%s (%s)".formatted(metric.meaning(), metric.unit());
    }

    private static <T> List<T> of(String group, List<T> all, Function<T, String> groupOf) {
        Predicate<T> same = one -> groupOf.apply(one).equals(group);
        return all.stream().filter(same).toList();
    }

    private static String file(String... parts) {
        return String.join(" ", parts).replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
    }
}
