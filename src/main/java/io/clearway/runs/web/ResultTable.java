package io.clearway.runs.web;

import io.clearway.catalog.Catalog;
import io.clearway.metric.Metric;
import io.clearway.runs.Run;
import io.clearway.training.Comparison;
import io.clearway.training.ConfidenceInterval;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The held-out evaluation of a run, a row for each controller, the learned policy first.
 *
 * @param learned name that the run's policy is listed under
 * @param reference the rule that results are compared with; null when the scenario no longer exists
 * @param columns what was measured
 * @param rows one for each controller
 * @param comparisons the learned policy beside each rule, by the metric that decides
 */
record ResultTable(
        String learned,
        @Nullable String reference,
        List<Column> columns,
        List<Row> rows,
        List<ComparisonView> comparisons) {
    /** One metric. */
    record Column(String metric, String unit, String meaning) {}

    /**
     * How the learned policy does beside a rule.
     *
     * @param rival the rule
     * @param metric key of the metric that decided
     * @param judgment better, worse, not distinguishable, equal, or a single seed
     * @param difference learned policy − rule
     * @param text the same as a sentence, without its period
     */
    record ComparisonView(String rival, String metric, Comparison.Judgment judgment, Interval difference, String text) {
        static ComparisonView of(Comparison comparison) {
            return new ComparisonView(
                    comparison.rival(),
                    comparison.metric().key(),
                    comparison.judgment(),
                    Interval.of(comparison.difference()),
                    comparison.text());
        }
    }

    /**
     * One controller.
     *
     * @param seeds number of its held-out episodes
     * @param metrics means by key of the metric
     * @param pairedDifferences learned policy − this controller, paired by seed; empty for the learned policy
     */
    record Row(String controller, int seeds, Map<String, Interval> metrics, Map<String, Interval> pairedDifferences) {}

    /** A mean with its 95 % interval; the half width is null for a single seed. */
    record Interval(double mean, @Nullable Double halfWidth, int seeds) {
        static Interval of(List<Double> values) {
            return of(ConfidenceInterval.of(values));
        }

        static Interval of(ConfidenceInterval interval) {
            return new Interval(interval.mean(), interval.known() ? interval.halfWidth() : null, interval.count());
        }
    }

    static ResultTable of(Run run, List<EpisodeResult> results, Catalog catalog) {
        String learned = run.request().algorithm();
        Map<String, Map<Long, EpisodeResult>> byController = new LinkedHashMap<>();
        byController.put(learned, new TreeMap<>());
        for (EpisodeResult result : results) {
            byController
                    .computeIfAbsent(result.controller(), controller -> new TreeMap<>())
                    .put(result.seed(), result);
        }
        Map<Long, EpisodeResult> own = Objects.requireNonNull(byController.get(learned));
        List<Row> rows = new ArrayList<>();
        byController.forEach((controller, episodes) -> {
            if (!episodes.isEmpty()) {
                rows.add(row(controller, episodes, controller.equals(learned) ? Map.of() : own));
            }
        });
        return new ResultTable(
                learned,
                reference(run, catalog),
                columns(results),
                rows,
                Comparison.of(results, learned).stream().map(ComparisonView::of).toList());
    }

    private static @Nullable String reference(Run run, Catalog catalog) {
        String scenario = run.request().scenario();
        return catalog.has(scenario) ? catalog.scenario(scenario).reference() : null;
    }

    private static List<Column> columns(List<EpisodeResult> results) {
        return Arrays.stream(Metric.values())
                .filter(metric ->
                        results.stream().anyMatch(result -> result.metrics().containsKey(metric)))
                .map(metric -> new Column(metric.key(), metric.unit(), metric.meaning()))
                .toList();
    }

    private static Row row(String controller, Map<Long, EpisodeResult> episodes, Map<Long, EpisodeResult> learned) {
        Map<String, Interval> metrics = new LinkedHashMap<>();
        Map<String, Interval> differences = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            List<Double> values = episodes.values().stream()
                    .map(episode -> episode.metrics().get(metric))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toList());
            if (!values.isEmpty()) {
                metrics.put(metric.key(), Interval.of(values));
            }
            List<Double> paired = paired(metric, episodes, learned);
            if (!paired.isEmpty()) {
                differences.put(metric.key(), Interval.of(paired));
            }
        }
        return new Row(controller, episodes.size(), metrics, differences);
    }

    private static List<Double> paired(
            Metric metric, Map<Long, EpisodeResult> episodes, Map<Long, EpisodeResult> learned) {
        List<Double> differences = new ArrayList<>();
        episodes.forEach((seed, episode) -> {
            EpisodeResult own = learned.get(seed);
            Double mine = own == null ? null : own.metrics().get(metric);
            Double theirs = episode.metrics().get(metric);
            if (mine != null && theirs != null) {
                differences.add(mine - theirs);
            }
        });
        return differences;
    }
}
