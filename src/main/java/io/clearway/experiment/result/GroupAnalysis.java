package io.clearway.experiment.result;

import io.clearway.experiment.description.Analysis;
import io.clearway.experiment.description.Experiment.Measured;
import io.clearway.experiment.result.Comparison.Test;
import io.clearway.experiment.statistics.Aggregates;
import io.clearway.experiment.statistics.PairedTest;
import io.clearway.experiment.statistics.StratifiedBootstrap;
import io.clearway.experiment.statistics.TaskScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Competitors on the same tasks: one scenario, or all of them with normalized scores. */
final class GroupAnalysis {
    private static final long SEED = 2021;
    private static final int THRESHOLDS = 41;

    private final String group;
    private final Map<String, List<TaskScores>> byCompetitor;
    private final boolean higherIsBetter;
    private final Analysis analysis;
    private final StratifiedBootstrap bootstrap;

    /** Two labels and the test of their difference. */
    private record Pair(String first, String second, PairedTest test) {}

    /** @param byCompetitor scores of each task; normalized ones are better when higher, whatever the metric */
    GroupAnalysis(String group, Map<String, List<TaskScores>> byCompetitor, Measured measured) {
        this.group = group;
        this.byCompetitor = byCompetitor;
        this.higherIsBetter = isNormalized(group) || measured.measure().higherIsBetter();
        this.analysis = measured.analysis();
        this.bootstrap = new StratifiedBootstrap(analysis.repetitions(), SEED);
    }

    static boolean isNormalized(String group) {
        return group.equals(ExperimentResults.ALL);
    }

    List<Summary> summaries() {
        return byCompetitor.entrySet().stream()
                .map(competitor -> new Summary(
                        group,
                        competitor.getKey(),
                        competitor.getValue().get(0).runs(),
                        competitor.getValue().get(0).episodes(),
                        bootstrap.interval(competitor.getValue(), Aggregates::interquartileMean),
                        bootstrap.interval(competitor.getValue(), Aggregates::mean)))
                .toList();
    }

    /** Every pair; p-values are not corrected yet. */
    List<Comparison> comparisons() {
        return pairs().stream().map(this::comparison).toList();
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        List<String> labels = List.copyOf(byCompetitor.keySet());
        String compareWith = analysis.compareWith();
        for (int first = 0; first < labels.size(); first++) {
            for (int second = 0; second < first; second++) {
                if (compareWith == null) {
                    pairs.add(pair(labels.get(first), labels.get(second)));
                } else if (labels.get(first).equals(compareWith)) {
                    pairs.add(pair(labels.get(second), compareWith));
                } else if (labels.get(second).equals(compareWith)) {
                    pairs.add(pair(labels.get(first), compareWith));
                }
            }
        }
        return pairs;
    }

    private Pair pair(String first, String second) {
        return new Pair(first, second, PairedTest.of(tasks(first), tasks(second)));
    }

    private Comparison comparison(Pair pair) {
        List<TaskScores> first = tasks(pair.first());
        List<TaskScores> second = tasks(pair.second());
        return new Comparison(
                group,
                pair.first(),
                pair.second(),
                bootstrap.difference(first, second),
                bootstrap.probabilityOfImprovement(upward(first), upward(second)),
                new Test(pair.test().pValue(), pair.test().pValue(), pair.test().overRuns()));
    }

    List<Profile> profiles() {
        double[] scores = byCompetitor.values().stream()
                .flatMap(List::stream)
                .flatMapToDouble(task -> Arrays.stream(task.runScores()))
                .toArray();
        double least = Arrays.stream(scores).min().orElseThrow();
        double most = Arrays.stream(scores).max().orElseThrow();
        double margin = (most - least) / (THRESHOLDS - 3);
        List<Double> thresholds = IntStream.range(0, margin == 0 ? 1 : THRESHOLDS)
                .mapToObj(at -> least + margin * (at - 1))
                .toList();
        return byCompetitor.entrySet().stream()
                .map(competitor -> profile(competitor.getKey(), competitor.getValue(), thresholds))
                .toList();
    }

    private Profile profile(String competitor, List<TaskScores> tasks, List<Double> thresholds) {
        var shares = bootstrap.profile(
                upward(tasks),
                thresholds.stream()
                        .map(threshold -> higherIsBetter ? threshold : -threshold)
                        .toList());
        return new Profile(
                group,
                competitor,
                IntStream.range(0, thresholds.size())
                        .mapToObj(at -> new Profile.Point(thresholds.get(at), shares.get(at)))
                        .toList());
    }

    private List<TaskScores> tasks(String competitor) {
        return byCompetitor.getOrDefault(competitor, List.of());
    }

    /** Scores of which more is better. */
    private List<TaskScores> upward(List<TaskScores> tasks) {
        return higherIsBetter ? tasks : tasks.stream().map(TaskScores::negated).toList();
    }
}
