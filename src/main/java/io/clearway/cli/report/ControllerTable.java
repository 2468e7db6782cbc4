package io.clearway.cli.report;

import io.clearway.cli.terminal.TerminalColors;
import io.clearway.cli.terminal.TextTable;
import io.clearway.metric.Metric;
import io.clearway.training.ConfidenceInterval;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Controllers beside each other on the same seeds: mean and 95 % interval of what matters to traffic. */
public final class ControllerTable {
    /** What decides on a road network comes first, the papers' score last. */
    private static final List<Column> NETWORK = List.of(
            Column.interval("time in system", "veh·h", Metric.TIME_IN_SYSTEM),
            new Column("arrived", "of loaded", List.of(Metric.ARRIVED, Metric.LOADED), ControllerTable::arrived),
            Column.mean("waiting", "to enter", Metric.WAITING_TO_ENTER),
            Column.mean("queue", "veh", Metric.MEAN_QUEUE),
            Column.mean("delay", "s", Metric.DELAY),
            Column.mean("R̄", "", Metric.PAPER_REWARD));

    /** Where no vehicle waits to enter, the score decides. */
    private static final List<Column> ELSEWHERE = List.of(
            Column.interval("score", "", Metric.PAPER_REWARD),
            Column.mean("speed", "m/s", Metric.MEAN_SPEED),
            Column.mean("collisions", "", Metric.COLLISIONS),
            Column.mean("distance", "to target", Metric.TARGET_DISTANCE),
            Column.mean("safe", "voltages", Metric.VOLTAGES_SAFE),
            Column.mean("all safe", "decisions", Metric.ALL_VOLTAGES_SAFE),
            Column.mean("off", "pu", Metric.VOLTAGE_DEVIATION),
            Column.mean("|q|", "Mvar", Metric.REACTIVE_POWER),
            Column.mean("losses", "MW", Metric.LINE_LOSSES),
            Column.mean("deaths", "", Metric.DEATHS),
            Column.mean("critical", "at most", Metric.PEAK_CRITICAL),
            Column.mean("over beds", "days", Metric.DAYS_ABOVE_BEDS),
            Column.mean("stage", "", Metric.MEAN_STAGE));

    private final Map<String, List<EpisodeResult>> byController = new LinkedHashMap<>();

    public ControllerTable(List<EpisodeResult> results) {
        for (EpisodeResult result : results) {
            byController
                    .computeIfAbsent(result.controller(), name -> new ArrayList<>())
                    .add(result);
        }
    }

    /** Mean and interval of one metric; refuses a controller or metric that was not measured. */
    public ConfidenceInterval interval(String controller, Metric metric) {
        List<EpisodeResult> results = byController.get(controller);
        if (results == null) {
            throw new IllegalArgumentException("Controller %s was not measured".formatted(controller));
        }
        return ConfidenceInterval.of(results.stream()
                .map(result -> Objects.requireNonNull(result.metrics().get(metric), metric.key()))
                .toList());
    }

    /** Interval of the difference first − second, seed by seed. */
    public ConfidenceInterval paired(String first, String second, Metric metric) {
        Map<Long, Double> others = new LinkedHashMap<>();
        byController
                .getOrDefault(second, List.of())
                .forEach(result -> others.put(result.seed(), result.metrics().getOrDefault(metric, Double.NaN)));
        return ConfidenceInterval.of(byController.getOrDefault(first, List.of()).stream()
                .filter(result -> others.containsKey(result.seed()))
                .map(result -> result.metrics().getOrDefault(metric, Double.NaN)
                        - Objects.requireNonNull(others.get(result.seed())))
                .toList());
    }

    /**
     * The table for a terminal, within 80 columns: of the columns those that all episodes have figures for.
     *
     * @param color whether the best of several controllers is highlighted
     */
    public String render(boolean color) {
        boolean network = NETWORK.stream().allMatch(this::measured);
        List<Column> shown =
                (network ? NETWORK : ELSEWHERE).stream().filter(this::measured).toList();
        var table = new TextTable(row("controller", shown, Column::heading), color, List.of());
        table.row(row("", shown, Column::unit), column -> TerminalColors.FAINT);
        String best = shown.isEmpty() ? "" : best(network ? Metric.TIME_IN_SYSTEM : Metric.PAPER_REWARD, network);
        for (String controller : byController.keySet()) {
            TerminalColors ink = controller.equals(best) ? TerminalColors.GOOD : TerminalColors.PLAIN;
            table.row(row(controller, shown, column -> column.cell().apply(this, controller)), column -> ink);
        }
        return table.render();
    }

    /** The controller with the best mean of what decides; none where there is nothing to compare. */
    private String best(Metric decides, boolean lowest) {
        if (byController.size() < 2
                || !byController.values().stream()
                        .flatMap(List::stream)
                        .allMatch(result -> result.metrics().containsKey(decides))) {
            return "";
        }
        Comparator<String> byMean = Comparator.comparingDouble(
                controller -> interval(controller, decides).mean());
        return byController.keySet().stream()
                .min(lowest ? byMean : byMean.reversed())
                .orElseThrow();
    }

    private static List<String> row(String first, List<Column> columns, Function<Column, String> cell) {
        return Stream.concat(Stream.of(first), columns.stream().map(cell)).toList();
    }

    private boolean measured(Column column) {
        return byController.values().stream()
                .flatMap(List::stream)
                .allMatch(result -> result.metrics().keySet().containsAll(column.metrics()));
    }

    /** A column that is shown where its metrics were measured. */
    private record Column(
            String heading, String unit, List<Metric> metrics, BiFunction<ControllerTable, String, String> cell) {
        static Column mean(String heading, String unit, Metric metric) {
            return new Column(
                    heading,
                    unit,
                    List.of(metric),
                    (table, controller) -> table.interval(controller, metric).meanText());
        }

        static Column interval(String heading, String unit, Metric metric) {
            return new Column(
                    heading,
                    unit,
                    List.of(metric),
                    (table, controller) -> table.interval(controller, metric).text());
        }
    }

    private String arrived(String controller) {
        return "%.0f of %.0f"
                .formatted(
                        interval(controller, Metric.ARRIVED).mean(),
                        interval(controller, Metric.LOADED).mean());
    }
}
