package io.clearway.scenario.combined;

import io.clearway.metric.Metric;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measurements of several scenarios as one: totals add up, figures per trip are means over all due trips, the longest
 * queue is that of any; all else is the mean over the scenarios. There are no percentiles and no peaks of a pandemic.
 */
final class CombinedMeasurements {
    private static final Set<Metric> TOTALS = EnumSet.of(
            Metric.PAPER_REWARD,
            Metric.LEARNER_RETURN,
            Metric.TIME_IN_SYSTEM,
            Metric.FUEL,
            Metric.CARBON_DIOXIDE,
            Metric.LOADED,
            Metric.ARRIVED,
            Metric.RUNNING,
            Metric.WAITING_TO_ENTER,
            Metric.TELEPORTS,
            Metric.COLLISIONS,
            Metric.LINE_LOSSES,
            Metric.MEAN_CRITICAL,
            Metric.DEATHS);

    private static final Set<Metric> PER_TRIP =
            EnumSet.of(Metric.DELAY, Metric.TIME_LOSS, Metric.TRAVEL_TIME, Metric.STOPPED, Metric.STOPS);

    private static final Set<Metric> LEFT_OUT = EnumSet.of(
            Metric.DELAY_MEDIAN,
            Metric.DELAY_PERCENTILE_85,
            Metric.DELAY_PERCENTILE_95,
            Metric.PEAK_CRITICAL,
            Metric.PEAK_INFECTED,
            Metric.DAYS_ABOVE_BEDS);

    private CombinedMeasurements() {}

    /** What all of them have measured. */
    static Map<Metric, Double> of(List<Map<Metric, Double>> parts) {
        Map<Metric, Double> combined = new EnumMap<>(Metric.class);
        for (Metric metric : parts.get(0).keySet()) {
            if (!LEFT_OUT.contains(metric) && parts.stream().allMatch(part -> part.containsKey(metric))) {
                combined.put(metric, of(metric, parts));
            }
        }
        return combined;
    }

    private static double of(Metric metric, List<Map<Metric, Double>> parts) {
        if (metric == Metric.MAX_QUEUE) {
            return parts.stream()
                    .mapToDouble(part -> part.getOrDefault(metric, 0.0))
                    .max()
                    .orElse(0);
        }
        double trips = sum(parts, part -> part.getOrDefault(Metric.LOADED, 0.0));
        if (PER_TRIP.contains(metric) && trips > 0) {
            return sum(parts, part -> part.getOrDefault(metric, 0.0) * part.getOrDefault(Metric.LOADED, 0.0)) / trips;
        }
        double sum = sum(parts, part -> part.getOrDefault(metric, 0.0));
        return TOTALS.contains(metric) ? sum : sum / parts.size();
    }

    private static double sum(List<Map<Metric, Double>> parts, ToDoubleFunction<Map<Metric, Double>> of) {
        return parts.stream().mapToDouble(of).sum();
    }

    /** The mean of curves, as far as all of them go. */
    static List<Double> curve(List<List<Double>> parts) {
        int length = parts.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, length)
                .mapToObj(minute -> parts.stream()
                        .mapToDouble(part -> part.get(minute))
                        .average()
                        .orElseThrow())
                .toList();
    }
}
