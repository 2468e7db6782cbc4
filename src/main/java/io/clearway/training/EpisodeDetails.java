package io.clearway.training;

import io.clearway.metric.TravelReport;
import io.clearway.scenario.MeasuredEnvironment;
import java.util.List;

/**
 * What is known of an episode beside its figures.
 *
 * @param queueByMinute as {@link MeasuredEnvironment#queueByMinute}; empty where it was not kept
 * @param travel as {@link MeasuredEnvironment#travel}
 */
public record EpisodeDetails(List<Double> queueByMinute, TravelReport travel) {
    /** Nothing was kept. */
    public static final EpisodeDetails NONE = new EpisodeDetails(List.of(), TravelReport.NONE);

    public EpisodeDetails {
        queueByMinute = List.copyOf(queueByMinute);
    }
}
