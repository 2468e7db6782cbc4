package io.clearway.training;

import io.clearway.metric.Metric;
import java.util.Map;

/**
 * How one training episode went.
 *
 * @param episode counted from 0 over the whole run, warm start included
 * @param controller who chose the actions: {@code learner}, or the name of the rule of a warm start
 * @param seed seed of the episode
 * @param decisions joint decisions of the run so far, this episode included
 * @param metrics what the environment measured, and for the last episode of a round what the learner measured
 */
public record EpisodeReport(int episode, String controller, long seed, int decisions, Map<Metric, Double> metrics) {
    /** Controller of episodes that the learner itself plays. */
    public static final String LEARNER = "learner";

    public EpisodeReport {
        metrics = Map.copyOf(metrics);
    }
}
