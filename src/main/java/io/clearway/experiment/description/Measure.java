package io.clearway.experiment.description;

import io.clearway.metric.EvaluationMetrics;
import io.clearway.metric.Metric;
import io.clearway.setting.EnumWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What decides in an experiment, and what is drawn over training.
 *
 * @param metric of held-out episodes that results are about
 * @param better which direction of it is better
 * @param curves metrics of training episodes
 */
public record Measure(Metric metric, Direction better, List<Metric> curves) {
    static final String METRIC = "metric";
    static final String BETTER = "better";
    static final String CURVES = "curves";
    private static final Set<Metric> HIGHER = Set.of(
            Metric.PAPER_REWARD, Metric.LEARNER_RETURN, Metric.ARRIVED, Metric.MEAN_SPEED, Metric.VALUE_EXPLAINED);

    /** Direction of a metric. */
    public enum Direction {
        /** More is better. */
        HIGHER,
        /** Less is better. */
        LOWER
    }

    public Measure {
        curves = List.copyOf(curves);
    }

    static Measure of(Fields fields) {
        Metric metric = fields.has(METRIC)
                ? metric(
                        fields,
                        METRIC,
                        fields.text(METRIC, "give the key of a metric of held-out episodes"),
                        EvaluationMetrics.all())
                : Metric.PAPER_REWARD;
        Direction usual = HIGHER.contains(metric) ? Direction.HIGHER : Direction.LOWER;
        Direction better = fields.findText(BETTER, "give higher or lower")
                .map(word -> EnumWords.constant(Direction.class, fields.path(BETTER), word))
                .orElse(usual);
        List<Metric> curves = new ArrayList<>();
        for (String key : fields.texts(CURVES)) {
            curves.add(metric(fields, "%s[%d]".formatted(CURVES, curves.size()), key, List.of(Metric.values())));
        }
        return new Measure(metric, better, curves.isEmpty() ? List.of(metric) : curves);
    }

    private static Metric metric(Fields fields, String field, String key, List<Metric> known) {
        return Metric.of(key)
                .filter(known::contains)
                .orElseThrow(() -> fields.invalid(
                        field,
                        key,
                        "give one of: " + known.stream().map(Metric::key).collect(Collectors.joining(", "))));
    }

    /** Whether more of the metric is better. */
    public boolean higherIsBetter() {
        return better == Direction.HIGHER;
    }
}
