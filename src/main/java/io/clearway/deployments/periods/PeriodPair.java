package io.clearway.deployments.periods;

import io.clearway.setting.InvalidSetting;
import io.clearway.training.ConfidenceInterval;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two periods with their complete quarter-hours: paired by time of day where enough times of day are in both, and only
 * those then; else all of each.
 *
 * @param before the first
 * @param after the second
 * @param first quarter-hours of the first by their place in the day; several of one place are several days
 * @param second the same of the second
 * @param paired whether both have the same places
 */
record PeriodPair(
        LivePeriod before,
        LivePeriod after,
        Map<Integer, List<QuarterHour>> first,
        Map<Integer, List<QuarterHour>> second,
        boolean paired) {
    /** Quarter-hours that a comparison needs. */
    static final int FEWEST = 5;

    /** @throws InvalidSetting where they overlap, or one has no complete quarter-hour */
    static PeriodPair of(LivePeriod before, LivePeriod after) {
        boolean same =
                before.of().deployment().id().equals(after.of().deployment().id());
        if (same && before.period().overlaps(after.period())) {
            throw new InvalidSetting("after", after.period(), "give a period that does not overlap the one before");
        }
        TreeMap<Integer, List<QuarterHour>> first = complete("before", before);
        TreeMap<Integer, List<QuarterHour>> second = complete("after", after);
        TreeMap<Integer, List<QuarterHour>> common = new TreeMap<>(first);
        common.keySet().retainAll(second.keySet());
        boolean paired = common.size() >= FEWEST;
        if (paired) {
            second.keySet().retainAll(common.keySet());
        }
        return new PeriodPair(before, after, paired ? common : first, second, paired);
    }

    private static TreeMap<Integer, List<QuarterHour>> complete(String field, LivePeriod live) {
        TreeMap<Integer, List<QuarterHour>> complete = QuarterHour.of(live);
        if (complete.isEmpty()) {
            throw new InvalidSetting(
                    field,
                    live.period(),
                    "give a period with at least one complete quarter-hour of samples; this one has %d samples, and of a"
                                    .formatted(live.samples().size())
                            + " deployment the newest 10,000 are kept");
        }
        return complete;
    }

    /** Mean and interval of a figure before. */
    ConfidenceInterval before(ToDoubleFunction<QuarterHour> figure) {
        return ConfidenceInterval.of(means(first, figure));
    }

    /** Mean and interval of a figure after. */
    ConfidenceInterval after(ToDoubleFunction<QuarterHour> figure) {
        return ConfidenceInterval.of(means(second, figure));
    }

    /** Interval of the difference after − before. */
    ConfidenceInterval difference(ToDoubleFunction<QuarterHour> figure) {
        List<Double> ofFirst = means(first, figure);
        List<Double> ofSecond = means(second, figure);
        if (!paired) {
            return ConfidenceInterval.ofDifference(ofFirst, ofSecond);
        }
        return ConfidenceInterval.of(IntStream.range(0, ofFirst.size())
                .mapToObj(at -> ofSecond.get(at) - ofFirst.get(at))
                .toList());
    }

    /** Times of day of both, as a clock shows them. */
    List<String> clocks() {
        TreeMap<Integer, List<QuarterHour>> all = new TreeMap<>(first);
        all.putAll(second);
        return all.keySet().stream().map(QuarterHour::clock).toList();
    }

    /** Of each time of day the mean over the days. */
    private static List<Double> means(Map<Integer, List<QuarterHour>> byPlace, ToDoubleFunction<QuarterHour> figure) {
        return byPlace.values().stream().map(days -> mean(days, figure)).toList();
    }

    private static double mean(Collection<QuarterHour> days, ToDoubleFunction<QuarterHour> figure) {
        return days.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** Number of quarter-hours of a side that are compared. */
    static int size(Map<Integer, List<QuarterHour>> side) {
        return side.values().stream().mapToInt(List::size).sum();
    }
}
