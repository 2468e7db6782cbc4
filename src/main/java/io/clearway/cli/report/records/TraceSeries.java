package io.clearway.cli.report.records;

import io.clearway.scenario.CsvFile;
import io.clearway.scenario.MinuteMeans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The traces of an episode: quantities of agents over simulated time, which a file in CSV has. */
final class TraceSeries {
    /** Columns before the quantities: time and agent. */
    private static final int KEYS = 2;

    private final List<String> quantities;
    private final Map<String, Map<String, List<double[]>>> values = new LinkedHashMap<>();

    private TraceSeries(List<String> quantities) {
        this.quantities = quantities;
    }

    /** The traces in a file; what is empty there is left out. */
    static TraceSeries read(Path file) {
        TraceSeries series = new TraceSeries(headings(file));
        CsvFile.read(file, series::add);
        return series;
    }

    private static List<String> headings(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(line -> Stream.of(line.split(",", -1)).skip(KEYS).toList())
                    .orElse(List.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    private void add(String[] cells) {
        Map<String, List<double[]>> agent = values.computeIfAbsent(cells[1], id -> new LinkedHashMap<>());
        double seconds = Double.parseDouble(cells[0]);
        for (int column = KEYS; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                agent.computeIfAbsent(quantities.get(column - KEYS), name -> new ArrayList<>())
                        .add(new double[] {seconds, Double.parseDouble(cells[column])});
            }
        }
    }

    List<String> quantities() {
        return quantities;
    }

    List<String> agents() {
        return List.copyOf(values.keySet());
    }

    /** Seconds and value of each moment. */
    List<double[]> of(String agent, String quantity) {
        return values.getOrDefault(agent, Map.of()).getOrDefault(quantity, List.of());
    }

    /** Mean of each minute. */
    List<Double> byMinute(String agent, String quantity) {
        MinuteMeans means = new MinuteMeans();
        of(agent, quantity).forEach(point -> means.add(point[0], point[1]));
        return means.values();
    }
}
