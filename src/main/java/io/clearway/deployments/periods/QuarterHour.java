package io.clearway.deployments.periods;

import io.clearway.deployments.LiveMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What was sampled in a quarter of an hour of simulated time.
 *
 * @param samples at least two, by time
 */
record QuarterHour(List<LiveMetrics> samples) {
    private static final int SECONDS = 900;
    private static final int PER_DAY = 96;
    private static final double SECONDS_PER_HOUR = 3600;
    /** Fewer of the samples that were due than this, and its mean would be of a part of it only. */
    private static final double COMPLETE = 0.9;

    QuarterHour {
        samples = List.copyOf(samples);
    }

    /** Mean of a measurement. */
    double mean(ToDoubleFunction<LiveMetrics> of) {
        return samples.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    /** Growth of a count, per hour. */
    double perHour(ToDoubleFunction<LiveMetrics> count) {
        LiveMetrics first = samples.get(0);
        LiveMetrics last = samples.get(samples.size() - 1);
        return (count.applyAsDouble(last) - count.applyAsDouble(first))
                * SECONDS_PER_HOUR
                / (last.seconds() - first.seconds());
    }

    /** The complete ones of a period by their place in the day, counted from simulated midnight. */
    static TreeMap<Integer, List<QuarterHour>> of(LivePeriod live) {
        TreeMap<Long, List<LiveMetrics>> byNumber = new TreeMap<>();
        live.samples()
                .forEach(sample -> byNumber.computeIfAbsent(
                                (long) Math.floor(sample.seconds() / SECONDS), number -> new ArrayList<>())
                        .add(sample));
        TreeMap<Integer, List<QuarterHour>> complete = new TreeMap<>();
        double due = Math.max(2, COMPLETE * SECONDS / live.decisionSeconds());
        byNumber.forEach((number, samples) -> {
            if (samples.size() >= due) {
                complete.computeIfAbsent((int) (number % PER_DAY), place -> new ArrayList<>())
                        .add(new QuarterHour(samples));
            }
        });
        return complete;
    }

    /** Number of those that lie wholly in a period. */
    static int within(Period period) {
        return (int) Math.max(0, Math.floor(period.to() / SECONDS) - Math.ceil(period.from() / SECONDS));
    }

    /** Begin of one by its place in the day, as a clock shows it. */
    static String clock(int place) {
        int minutes = place * SECONDS / 60;
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
