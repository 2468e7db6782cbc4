package io.clearway.training;

import io.clearway.metric.Metric;
import java.util.List;
import java.util.Optional;

/**
 * What decides between controllers.
 *
 * @param metric measured in every episode
 * @param lowerIsBetter its direction
 */
record Criterion(Metric metric, boolean lowerIsBetter) {
    // the time in system counts vehicles that were kept out or never arrived, which a score may not see
    private static final List<Criterion> BY_WEIGHT = List.of(
            new Criterion(Metric.TIME_IN_SYSTEM, true),
            new Criterion(Metric.PAPER_REWARD, false),
            new Criterion(Metric.MEAN_QUEUE, true));

    /** The weightiest that all these episodes measured. */
    static Optional<Criterion> of(List<EpisodeResult> results) {
        return BY_WEIGHT.stream()
                .filter(criterion ->
                        results.stream().allMatch(result -> result.metrics().containsKey(criterion.metric)))
                .findFirst();
    }

    /** Whether a mean is better than another. */
    boolean better(double mean, double other) {
        return lowerIsBetter ? mean < other : mean > other;
    }

    /** Whether a difference "first − second" speaks for the first, beyond chance. */
    boolean favorsFirst(ConfidenceInterval difference) {
        return lowerIsBetter ? difference.belowZero() : difference.aboveZero();
    }
}
