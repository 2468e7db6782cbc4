package io.clearway.training;

import io.clearway.metric.TravelReport;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.SeriesOverTime;
import java.util.List;
import java.util.Map;

/**
 * What is known of an episode beside its figures.
 *
 * @param queueByMinute as {@link MeasuredEnvironment#queueByMinute}; empty where it was not kept
 * @param travel as {@link MeasuredEnvironment#travel}
 * @param series as {@link MeasuredEnvironment#series}; empty where they were not kept
 * @param settings of the scenario under which it was played, those at their defaults may be left out; empty where they
 *     were not kept
 */
public record EpisodeDetails(
        List<Double> queueByMinute, TravelReport travel, List<SeriesOverTime> series, Map<String, Object> settings) {
    /** Nothing was kept. */
    public static final EpisodeDetails NONE = new EpisodeDetails(List.of(), TravelReport.NONE, Map.of());

    public EpisodeDetails {
        queueByMinute = List.copyOf(queueByMinute);
        series = List.copyOf(series);
        settings = Map.copyOf(settings);
    }

    /** Those of an episode without series. */
    public EpisodeDetails(List<Double> queueByMinute, TravelReport travel, Map<String, Object> settings) {
        this(queueByMinute, travel, List.of(), settings);
    }
}
