package io.clearway.experiment.result;

import io.clearway.experiment.statistics.Interval;
import java.util.List;

/**
 * Performance profile of a competitor: which share of its runs is better than a score.
 *
 * @param group label of the scenario, or {@link ExperimentResults#ALL} of them
 * @param competitor label
 * @param points by score, ascending
 */
public record Profile(String group, String competitor, List<Point> points) {
    /**
     * A point.
     *
     * @param score threshold
     * @param share of runs that are better, with its 95 % interval
     */
    public record Point(double score, Interval share) {}

    public Profile {
        points = List.copyOf(points);
    }
}
