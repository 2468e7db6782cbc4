package io.clearway.scenario.combined;

import io.clearway.metric.Metric;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Measurements of several scenarios as one: totals add up, all else is the mean over the scenarios. */
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
            Metric.COLLISIONS);

    private CombinedMeasurements() {}

    /** What all of them have measured. */
    static Map<Metric, Double> of(List<Map<Metric, Double>> parts) {
        Map<Metric, Double> combined = new EnumMap<>(Metric.class);
        for (Metric metric : parts.get(0).keySet()) {
            if (parts.stream().allMatch(part -> part.containsKey(metric))) {
                double sum = parts.stream()
                        .mapToDouble(part -> part.getOrDefault(metric, 0.0))
                        .sum();
                combined.put(metric, TOTALS.contains(metric) ? sum : sum / parts.size());
            }
        }
        return combined;
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
