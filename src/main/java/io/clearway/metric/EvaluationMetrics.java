package io.clearway.metric;

import java.util.List;
import java.util.stream.Stream;

/** The metrics that are kept of a held-out episode; what learners tell of themselves is not among them. */
public final class EvaluationMetrics {
    /** Counts, in the order of its columns. */
    public static final List<Metric> WHOLE_NUMBERS = List.of(
            Metric.DECISIONS,
            Metric.LOADED,
            Metric.ARRIVED,
            Metric.RUNNING,
            Metric.WAITING_TO_ENTER,
            Metric.TELEPORTS,
            Metric.COLLISIONS,
            Metric.DAYS_ABOVE_BEDS,
            Metric.DEATHS);

    /** All others, in the order of its columns. */
    public static final List<Metric> FIGURES = List.of(
            Metric.MEAN_QUEUE,
            Metric.MAX_QUEUE,
            Metric.SPILLBACK,
            Metric.DELAY,
            Metric.DELAY_MEDIAN,
            Metric.DELAY_PERCENTILE_85,
            Metric.DELAY_PERCENTILE_95,
            Metric.TIME_LOSS,
            Metric.TRAVEL_TIME,
            Metric.STOPPED,
            Metric.STOPS,
            Metric.FUEL,
            Metric.CARBON_DIOXIDE,
            Metric.MEAN_WAITING,
            Metric.SYSTEM_WAITING,
            Metric.MEAN_TRIP,
            Metric.MEAN_SPEED,
            Metric.MEAN_HEADWAY,
            Metric.TIME_IN_SYSTEM,
            Metric.TARGET_DISTANCE,
            Metric.VOLTAGES_SAFE,
            Metric.ALL_VOLTAGES_SAFE,
            Metric.VOLTAGE_DEVIATION,
            Metric.DECISIONS_UNTIL_SAFE,
            Metric.REACTIVE_POWER,
            Metric.LINE_LOSSES,
            Metric.MEAN_CRITICAL,
            Metric.PEAK_CRITICAL,
            Metric.PEAK_INFECTED,
            Metric.MORTALITY,
            Metric.MEAN_STAGE,
            Metric.PAPER_REWARD,
            Metric.WALL_SECONDS);

    private EvaluationMetrics() {}

    /** All of them, in the order of {@link Metric}. */
    public static List<Metric> all() {
        return Stream.concat(WHOLE_NUMBERS.stream(), FIGURES.stream()).sorted().toList();
    }
}
