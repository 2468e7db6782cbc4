package io.clearway.experiment.result;

import io.clearway.experiment.Cell;
import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiment.Trial;
import io.clearway.experiment.TrialResult;
import io.clearway.experiment.description.Analysis.Normalization;
import io.clearway.experiment.description.Experiment;
import io.clearway.experiment.description.Measure;
import io.clearway.experiment.statistics.HolmCorrection;
import io.clearway.experiment.statistics.TaskScores;
import io.clearway.metric.Metric;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Everything that an experiment found.
 *
 * @param plan what was played
 * @param trials their results
 * @param summaries of each group and competitor
 * @param comparisons of competitors within each group, corrected for all of them
 * @param profiles of each group and competitor
 * @param curves of each scenario, algorithm and metric
 */
public record ExperimentResults(
        ExperimentPlan plan,
        List<TrialResult> trials,
        List<Summary> summaries,
        List<Comparison> comparisons,
        List<Profile> profiles,
        List<LearningCurve> curves) {
    /** Group of the results over all scenarios, which have normalized scores. */
    public static final String ALL = "all scenarios, normalized";

    public ExperimentResults {
        trials = List.copyOf(trials);
        summaries = List.copyOf(summaries);
        comparisons = List.copyOf(comparisons);
        profiles = List.copyOf(profiles);
        curves = List.copyOf(curves);
    }

    /**
     * The results of a plan whose trials are all complete.
     *
     * @throws InvalidSetting where a scenario does not measure the metric, or the controllers of the normalization
     *     score alike
     */
    public static ExperimentResults of(ExperimentPlan plan, List<TrialResult> trials) {
        Experiment experiment = plan.experiment();
        List<Summary> summaries = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        List<Profile> profiles = new ArrayList<>();
        groups(experiment, trials).forEach((group, byCompetitor) -> {
            var analyzed = new GroupAnalysis(group, byCompetitor, experiment.measured());
            summaries.addAll(analyzed.summaries());
            comparisons.addAll(analyzed.comparisons());
            profiles.addAll(analyzed.profiles());
        });
        List<LearningCurve> curves =
                new LearningCurves(trials).of(experiment.measured().measure().curves());
        return new ExperimentResults(plan, trials, summaries, corrected(comparisons), profiles, curves);
    }

    private static List<Comparison> corrected(List<Comparison> comparisons) {
        double[] adjusted = HolmCorrection.adjusted(comparisons.stream()
                .map(comparison -> comparison.test().pValue())
                .toList());
        return IntStream.range(0, adjusted.length)
                .mapToObj(at -> comparisons.get(at).corrected(adjusted[at]))
                .toList();
    }

    /** Names of the groups, in order. */
    public Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        summaries.forEach(summary -> groups.add(summary.group()));
        return groups;
    }

    /** Group → competitor → scores of each of its tasks. */
    private static Map<String, Map<String, List<TaskScores>>> groups(Experiment experiment, List<TrialResult> trials) {
        Map<Cell, TaskScores> scores = scores(experiment.measured().measure(), trials);
        Map<String, Map<String, List<TaskScores>>> groups = new LinkedHashMap<>();
        scores.forEach((cell, task) -> groups.computeIfAbsent(cell.scenario(), name -> new LinkedHashMap<>())
                .put(cell.competitor(), List.of(task)));
        Normalization normalization = experiment.measured().analysis().normalization();
        if (normalization != null) {
            groups.put(ALL, normalized(normalization, scores));
        }
        return groups;
    }

    private static Map<Cell, TaskScores> scores(Measure measure, List<TrialResult> trials) {
        Map<Cell, List<List<Double>>> byCell = new LinkedHashMap<>();
        for (TrialResult result : trials) {
            byCell.computeIfAbsent(result.trial().cell(), cell -> new ArrayList<>())
                    .add(result.episodes().stream()
                            .map(episode -> score(measure.metric(), result.trial(), episode))
                            .toList());
        }
        Map<Cell, TaskScores> scores = new LinkedHashMap<>();
        byCell.forEach((cell, runs) -> scores.put(cell, new TaskScores(runs)));
        return scores;
    }

    private static double score(Metric metric, Trial trial, EpisodeResult episode) {
        Double score = episode.metrics().get(metric);
        if (score == null) {
            throw new InvalidSetting(
                    "metric",
                    metric.key(),
                    "%s measures %s"
                            .formatted(
                                    trial.scenario().name(),
                                    String.join(
                                            ", ",
                                            episode.metrics().keySet().stream()
                                                    .map(Metric::key)
                                                    .sorted()
                                                    .toList())));
        }
        return score;
    }

    private static Map<String, List<TaskScores>> normalized(Normalization normalization, Map<Cell, TaskScores> scores) {
        Map<String, List<TaskScores>> byCompetitor = new LinkedHashMap<>();
        scores.forEach((cell, task) -> {
            double zero = mean(scores, new Cell(cell.scenario(), normalization.zero()));
            double one = mean(scores, new Cell(cell.scenario(), normalization.one()));
            if (zero == one) {
                throw new InvalidSetting(
                        "normalization",
                        normalization.zero() + ", " + normalization.one(),
                        "give two controllers that differ: both score %s on %s".formatted(one, cell.scenario()));
            }
            byCompetitor
                    .computeIfAbsent(cell.competitor(), name -> new ArrayList<>())
                    .add(task.normalized(zero, one));
        });
        return byCompetitor;
    }

    private static double mean(Map<Cell, TaskScores> scores, Cell cell) {
        return Objects.requireNonNull(scores.get(cell), cell.toString()).runScores()[0];
    }
}
