package io.clearway.experiment.result;

import io.clearway.experiment.statistics.Curve;
import io.clearway.metric.Metric;
import java.util.List;

/**
 * A metric over training: mean and standard deviation over the training seeds of the mean of the last few own episodes.
 *
 * @param scenario label
 * @param competitor label
 * @param metric what was measured
 * @param runs number of training seeds
 * @param points by decisions, ascending
 */
public record LearningCurve(String scenario, String competitor, Metric metric, int runs, List<Curve.Point> points) {
    public LearningCurve {
        points = List.copyOf(points);
    }
}
