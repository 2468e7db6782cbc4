package io.clearway.runs.web;

import io.clearway.scenario.SeriesOverTime;
import io.clearway.scenario.SeriesOverTime.Clock;
import io.clearway.scenario.SeriesOverTime.Limit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A series over time of several held-out episodes of one controller.
 *
 * @param name what it shows
 * @param unit of its values
 * @param clock when they were taken
 * @param lines by name
 * @param limits of the first episode
 */
@Schema(name = "SeriesOverTimeOfSeeds")
record SeriesView(String name, String unit, Clock clock, List<LineView> lines, List<Limit> limits) {
    /** One line over the seeds. */
    @Schema(name = "LineOverTimeOfSeeds")
    record LineView(String name, List<PointView> points) {}

    /** Values of the seeds at one time; of those alone whose episodes lasted so long. */
    @Schema(name = "PointOverTimeOfSeeds")
    record PointView(double time, double mean, double minimum, double maximum) {}

    /** The series of episodes together, in the order in which their names come first. */
    static List<SeriesView> over(List<List<SeriesOverTime>> episodes) {
        Map<String, List<SeriesOverTime>> byName = episodes.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(SeriesOverTime::name, LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream().map(SeriesView::of).toList();
    }

    private static SeriesView of(List<SeriesOverTime> same) {
        SeriesOverTime first = same.get(0);
        List<LineView> lines = first.lines().stream()
                .map(line -> new LineView(
                        line.name(),
                        points(
                                same.stream()
                                        .flatMap(series -> values(series, line.name()))
                                        .toList(),
                                first.clock())))
                .toList();
        return new SeriesView(first.name(), first.unit(), first.clock(), lines, first.limits());
    }

    private static Stream<List<Double>> values(SeriesOverTime series, String line) {
        return series.lines().stream().filter(one -> one.name().equals(line)).map(SeriesOverTime.Line::values);
    }

    private static List<PointView> points(List<List<Double>> seeds, Clock clock) {
        int longest = seeds.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .mapToObj(step -> {
                    DoubleSummaryStatistics values = seeds.stream()
                            .filter(seed -> step < seed.size())
                            .mapToDouble(seed -> seed.get(step))
                            .summaryStatistics();
                    return new PointView(step * clock.step(), values.getAverage(), values.getMin(), values.getMax());
                })
                .toList();
    }
}
