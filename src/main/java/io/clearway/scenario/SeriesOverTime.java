package io.clearway.scenario;

import java.util.List;

/**
 * What an episode did over its time, as one chart shows it: some lines, and limits that they are held against. A band
 * has two limits.
 *
 * @param name what it shows, such as {@code persons by state}; the same in every episode of a scenario
 * @param unit of the values; {@code 1} where they have none
 * @param clock when the values were taken
 * @param lines at least one; all equally long
 * @param limits lines at a constant height, such as the beds of hospitals
 */
public record SeriesOverTime(String name, String unit, Clock clock, List<Line> lines, List<Limit> limits) {
    public SeriesOverTime {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
        if (lines.stream().map(line -> line.values().size()).distinct().count() != 1) {
            throw new IllegalArgumentException("The series '%s' needs lines, and all of them equally long; it has %s"
                    .formatted(
                            name,
                            lines.stream().map(line -> line.values().size()).toList()));
        }
    }

    /**
     * When values were taken: the first at the beginning of the episode, the others one step after another.
     *
     * @param unit of time, such as {@code days}
     * @param step time between two values, in that unit
     */
    public record Clock(String unit, double step) {
        public Clock {
            if (!(step > 0)) {
                throw new IllegalArgumentException("Time between two values must be positive, not " + step);
            }
        }
    }

    /**
     * One line.
     *
     * @param name such as {@code infected}
     * @param values finite numbers, one for each step of the clock
     */
    public record Line(String name, List<Double> values) {
        public Line {
            values = List.copyOf(values);
            for (double value : values) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "A line over time has finite numbers; '%s' has %s".formatted(name, value));
                }
            }
        }
    }

    /**
     * A limit, which does not change.
     *
     * @param name such as {@code beds}
     * @param value in the unit of the lines
     */
    public record Limit(String name, double value) {}
}
