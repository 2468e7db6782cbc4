package io.clearway.experiment;

import io.clearway.metric.Metric;
import io.clearway.training.EpisodeResult;
import java.util.List;
import java.util.Map;

/**
 * What a trial gave.
 *
 * @param trial what was played
 * @param training the learner's own episodes in order; empty for a rule
 * @param episodes held-out episodes in the order of the evaluation seeds
 */
public record TrialResult(Trial trial, List<TrainingEpisode> training, List<EpisodeResult> episodes) {
    public TrialResult {
        training = List.copyOf(training);
        episodes = List.copyOf(episodes);
    }

    /**
     * An episode that a learner played.
     *
     * @param decisions joint decisions of the run at its end
     * @param metrics what was measured
     */
    public record TrainingEpisode(int decisions, Map<Metric, Double> metrics) {}
}
