package io.clearway.cli.report;

import io.clearway.metric.Metric;
import io.clearway.metric.MetricLabel;
import io.clearway.report.Report;
import io.clearway.report.Report.Drawing;
import io.clearway.report.Report.Section;
import io.clearway.report.Report.Table;
import io.clearway.training.Comparison;
import io.clearway.training.ConfidenceInterval;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report on some runs: for each scenario the curves of its runs and the held-out results of policies and rules,
 * then how to repeat each run.
 */
public final class RunReport {
    private static final List<Metric> CURVES = List.of(
            Metric.TIME_IN_SYSTEM,
            Metric.PAPER_REWARD,
            Metric.MEAN_QUEUE,
            Metric.DELAY,
            Metric.ARRIVED,
            Metric.MEAN_SPEED,
            Metric.COLLISIONS,
            Metric.PEAK_CRITICAL,
            Metric.DEATHS,
            Metric.MODEL_STATE_ERROR,
            Metric.MODEL_REWARD_ERROR,
            Metric.POLICY_KL,
            Metric.POLICY_ENTROPY,
            Metric.VALUE_LOSS);

    private static final List<Metric> BOXES =
            List.of(Metric.TIME_IN_SYSTEM, Metric.MEAN_QUEUE, Metric.DELAY, Metric.PAPER_REWARD);

    /** Those of a table. */
    private static final List<Metric> FIGURES = List.of(
            Metric.TIME_IN_SYSTEM,
            Metric.ARRIVED,
            Metric.LOADED,
            Metric.WAITING_TO_ENTER,
            Metric.MEAN_QUEUE,
            Metric.DELAY,
            Metric.MEAN_SPEED,
            Metric.COLLISIONS,
            Metric.PEAK_CRITICAL,
            Metric.DAYS_ABOVE_BEDS,
            Metric.MORTALITY,
            Metric.PAPER_REWARD);

    private RunReport() {}

    /** The report of some runs, of which there must be one. */
    public static Report of(List<ReportedRun> runs) {
        List<Section> sections = new ArrayList<>(comparison(runs));
        byScenario(runs).forEach((scenario, same) -> {
            Section curves = curves(scenario, same);
            if (!curves.isEmpty()) {
                sections.add(curves);
            }
            same.stream().filter(run -> !run.results().isEmpty()).forEach(run -> sections.add(heldOut(scenario, run)));
        });
        runs.forEach(run -> sections.add(provenance(run)));
        String title = runs.size() == 1
                ? "%s on %s".formatted(runs.get(0).algorithm(), runs.get(0).scenario())
                : "%d runs".formatted(runs.size());
        return new Report("Clearway: " + title, sections);
    }

    private static Map<String, List<ReportedRun>> byScenario(List<ReportedRun> runs) {
        Map<String, List<ReportedRun>> groups = new LinkedHashMap<>();
        runs.forEach(run -> groups.computeIfAbsent(run.scenario(), name -> new ArrayList<>())
                .add(run));
        return groups;
    }

    /** What was learned beside each rule, before anything else; nothing where no run was evaluated. */
    private static List<Section> comparison(List<ReportedRun> runs) {
        List<String> sentences = new ArrayList<>();
        for (ReportedRun run : runs) {
            String which = runs.size() == 1 ? "" : "%s on %s: ".formatted(run.name(), run.scenario());
            Comparison.of(run.results(), run.algorithm())
                    .forEach(comparison -> sentences.add(which + comparison.text() + "."));
        }
        return sentences.isEmpty()
                ? List.of()
                : List.of(Section.of("Comparison with the rules", sentences, List.of(), List.of()));
    }

    private static Section curves(String scenario, List<ReportedRun> runs) {
        List<Drawing> drawings = new ArrayList<>();
        for (Metric metric : CURVES) {
            CurvePlot plot = new CurvePlot(metric);
            runs.forEach(plot::add);
            if (plot.hasLines()) {
                rules(runs)
                        .forEach(rule -> runs.stream()
                                .map(run -> CurvePlot.mean(run, rule, metric))
                                .flatMapToDouble(mean -> mean.stream())
                                .findFirst()
                                .ifPresent(mean -> plot.level(rule + ", held-out seeds", mean)));
                drawings.add(new Drawing(
                        file(scenario, "training", metric.key()), CurvePlot.heading(metric), plot.render()));
            }
        }
        return Section.of(
                "Training on " + scenario,
                List.of(
                        "Dots are the learner's own episodes, without a rule's demonstrations; a line is the mean of the last %d of them."
                                .formatted(CurvePlot.WINDOW)),
                drawings,
                List.of());
    }

    /** All that was evaluated but learned policies. */
    private static Set<String> rules(List<ReportedRun> runs) {
        Set<String> rules = new TreeSet<>();
        runs.forEach(run -> run.results().forEach(result -> rules.add(result.controller())));
        runs.forEach(run -> rules.remove(run.algorithm()));
        return rules;
    }

    private static Section heldOut(String scenario, ReportedRun run) {
        List<Drawing> drawings = new ArrayList<>();
        Map<String, List<EpisodeResult>> byController = byController(run);
        for (Metric metric : BOXES) {
            BoxPlot plot = new BoxPlot(metric);
            byController.forEach((controller, results) -> plot.add(
                    controller,
                    results.stream().mapToDouble(result -> result.metrics().getOrDefault(metric, Double.NaN))));
            if (plot.hasColumns()) {
                drawings.add(new Drawing(
                        file(scenario, run.name(), "held-out " + metric.key()),
                        CurvePlot.heading(metric),
                        plot.render()));
            }
        }
        List<String> remarks = new ArrayList<>();
        remarks.add(
                seedsOf(run).size() == 1
                        ? "Final policy, seed %s; of one seed there is no interval.".formatted(seeds(run))
                        : "Final policy, seeds %s; mean ± 95 %% interval (Student's t).".formatted(seeds(run)));
        QueuePlot queue = new QueuePlot();
        byController.forEach(queue::add);
        if (queue.hasLines()) {
            remarks.add("Queue over the episode: a line is the mean over the seeds, its band spans the minimum to the"
                    + " maximum of them, minute by minute.");
            drawings.add(new Drawing(file(scenario, run.name(), "queue over time"), QueuePlot.HEADING, queue.render()));
        }
        return Section.of(
                "%s on held-out seeds of %s".formatted(run.name(), scenario),
                remarks,
                drawings,
                List.of(table(byController), comparisons(run)));
    }

    private static Map<String, List<EpisodeResult>> byController(ReportedRun run) {
        Map<String, List<EpisodeResult>> groups = new LinkedHashMap<>();
        run.results()
                .forEach(result -> groups.computeIfAbsent(result.controller(), name -> new ArrayList<>())
                        .add(result));
        return groups;
    }

    private static List<Long> seedsOf(ReportedRun run) {
        return run.results().stream()
                .map(EpisodeResult::seed)
                .distinct()
                .sorted()
                .toList();
    }

    private static String seeds(ReportedRun run) {
        return seedsOf(run).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Table table(Map<String, List<EpisodeResult>> byController) {
        List<Metric> measured = measured(byController);
        List<List<String>> rows = new ArrayList<>();
        byController.forEach((controller, results) -> rows.add(Stream.concat(
                        Stream.of(controller), measured.stream().map(metric -> interval(values(results, metric))))
                .toList()));
        return new Table(
                Stream.concat(Stream.of("controller"), measured.stream().map(MetricLabel::withUnit))
                        .toList(),
                rows);
    }

    private static List<Metric> measured(Map<String, List<EpisodeResult>> byController) {
        return FIGURES.stream()
                .filter(metric -> byController.values().stream()
                        .flatMap(List::stream)
                        .allMatch(result -> result.metrics().containsKey(metric)))
                .toList();
    }

    /** The learned policy against each rule, seed by seed, in the figure that decides. */
    private static Table comparisons(ReportedRun run) {
        List<Comparison> comparisons = Comparison.of(run.results(), run.algorithm());
        String figure = comparisons.isEmpty()
                ? "difference"
                : MetricLabel.withUnit(comparisons.get(0).metric());
        return new Table(
                List.of("paired by seed", figure, "seeds"),
                comparisons.stream()
                        .map(comparison -> List.of(
                                "%s − %s".formatted(comparison.controller(), comparison.rival()),
                                comparison.difference().text(),
                                String.valueOf(comparison.difference().count())))
                        .toList());
    }

    private static List<Double> values(List<EpisodeResult> results, Metric metric) {
        return results.stream()
                .map(result -> result.metrics().getOrDefault(metric, Double.NaN))
                .toList();
    }

    private static String interval(List<Double> values) {
        return ConfidenceInterval.of(values).text();
    }

    private static Section provenance(ReportedRun run) {
        List<List<String>> rows = run.provenance().entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
        return new Section(
                "To repeat %s on %s".formatted(run.name(), run.scenario()),
                List.of(),
                List.of(),
                List.of(new Table(List.of("what", "value"), rows)),
                run.command().isEmpty() ? List.of() : List.of(run.command()));
    }

    private static String file(String... parts) {
        return String.join(" ", parts).replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
    }
}
