package io.clearway.experiment.result;

import io.clearway.experiment.statistics.Interval;

/**
 * What a competitor scored.
 *
 * @param group label of the scenario, or {@link ExperimentResults#ALL} of them
 * @param competitor label
 * @param runs training runs on each scenario; 1 for a rule
 * @param episodes held-out episodes of each run
 * @param interquartileMean with its 95 % interval
 * @param mean with its 95 % interval
 */
public record Summary(
        String group, String competitor, int runs, int episodes, Interval interquartileMean, Interval mean) {}
