package io.clearway.scenario;

import io.clearway.scenario.SeriesOverTime.Clock;
import io.clearway.scenario.SeriesOverTime.Limit;
import io.clearway.scenario.SeriesOverTime.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Collects a {@link SeriesOverTime} while an episode is played. Not for several threads. */
public final class SeriesRecorder {
    private final String name;
    private final String unit;
    private final Clock clock;
    private final List<String> lines;
    private final List<Limit> limits;
    private final List<List<Double>> values;

    /**
     * @param name of the series
     * @param unit of its values
     * @param clock between two calls of {@link #add}
     * @param lines names of the lines, at least one
     * @param limits lines at a constant height
     */
    public SeriesRecorder(String name, String unit, Clock clock, List<String> lines, List<Limit> limits) {
        this.name = name;
        this.unit = unit;
        this.clock = clock;
        this.lines = List.copyOf(lines);
        this.limits = List.copyOf(limits);
        this.values = lines.stream()
                .map(line -> (List<Double>) new ArrayList<Double>())
                .toList();
    }

    /**
     * Adds a value to every line; first for the beginning of the episode, then once each step.
     *
     * @param now one for each line, in their order
     */
    public void add(double... now) {
        if (now.length != lines.size()) {
            throw new IllegalArgumentException(
                    "The series '%s' has %d lines, not %d".formatted(name, lines.size(), now.length));
        }
        for (int line = 0; line < now.length; line++) {
            values.get(line).add(now[line]);
        }
    }

    /** What was added so far. */
    public SeriesOverTime series() {
        return new SeriesOverTime(
                name,
                unit,
                clock,
                IntStream.range(0, lines.size())
                        .mapToObj(line -> new Line(lines.get(line), values.get(line)))
                        .toList(),
                limits);
    }
}
