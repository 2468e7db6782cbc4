package io.clearway.training;

import io.clearway.metric.Metric;
import io.clearway.network.Trajectory;
import java.util.Map;

/**
 * One episode as it was played.
 *
 * @param seed seed of the episode
 * @param trajectory what happened
 * @param measurements how the traffic did
 */
record PlayedEpisode(long seed, Trajectory trajectory, Map<Metric, Double> measurements) {}
