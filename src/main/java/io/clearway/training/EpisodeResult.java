package io.clearway.training;

import io.clearway.metric.Metric;
import java.util.List;
import java.util.Map;

/**
 * How one controller did on one held-out seed, with all that makes the figure valid.
 *
 * @param controller name of the controller, or of the checkpoint it came from
 * @param seed seed of the episode
 * @param metrics measurements of the complete episode, recorded every second
 * @param details queues over time, trips by mode, control delay by signal
 * @param simulator name and version of the simulator
 * @param scenarioHash hash of network, demand and timing
 */
public record EpisodeResult(
        String controller,
        long seed,
        Map<Metric, Double> metrics,
        EpisodeDetails details,
        String simulator,
        String scenarioHash) {
    public EpisodeResult {
        metrics = Map.copyOf(metrics);
    }

    /** Queue over the episode, as {@link EpisodeDetails#queueByMinute}. */
    public List<Double> queueByMinute() {
        return details.queueByMinute();
    }
}
