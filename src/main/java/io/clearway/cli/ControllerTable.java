package io.clearway.cli;

import io.clearway.metric.Metric;
import io.clearway.training.ConfidenceInterval;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Controllers beside each other on the same seeds: mean and 95 % interval of what matters to traffic. */
final class ControllerTable {
    private final Map<String, List<EpisodeResult>> byController = new LinkedHashMap<>();

    ControllerTable(List<EpisodeResult> results) {
        for (EpisodeResult result : results) {
            byController
                    .computeIfAbsent(result.controller(), name -> new ArrayList<>())
                    .add(result);
        }
    }

    /** Mean and interval of one metric; refuses a controller or metric that was not measured. */
    ConfidenceInterval interval(String controller, Metric metric) {
        List<EpisodeResult> results = byController.get(controller);
        if (results == null) {
            throw new IllegalArgumentException("Controller %s was not measured".formatted(controller));
        }
        return ConfidenceInterval.of(results.stream()
                .map(result -> Objects.requireNonNull(result.metrics().get(metric), metric.key()))
                .toList());
    }

    /** Interval of the difference first − second, seed by seed. */
    ConfidenceInterval paired(String first, String second, Metric metric) {
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

    /** The table for a terminal, within 80 columns. */
    String render() {
        var table = new TextTable("controller", "time in system", "arrived", "waiting", "queue", "delay", "R̄");
        table.row("", "veh·h", "of loaded", "to enter", "veh", "s", "");
        for (String controller : byController.keySet()) {
            table.row(
                    controller,
                    withInterval(controller, Metric.TIME_IN_SYSTEM, "%.0f ± %.0f"),
                    "%.0f of %.0f"
                            .formatted(
                                    interval(controller, Metric.ARRIVED).mean(),
                                    interval(controller, Metric.LOADED).mean()),
                    mean(controller, Metric.WAITING_TO_ENTER, "%.0f"),
                    mean(controller, Metric.MEAN_QUEUE, "%.2f"),
                    mean(controller, Metric.MEAN_DELAY, "%.1f"),
                    mean(controller, Metric.PAPER_REWARD, "%.0f"));
        }
        return table.render();
    }

    private String mean(String controller, Metric metric, String format) {
        return String.format(Locale.ROOT, format, interval(controller, metric).mean());
    }

    private String withInterval(String controller, Metric metric, String format) {
        ConfidenceInterval interval = interval(controller, metric);
        return String.format(Locale.ROOT, format, interval.mean(), interval.halfWidth());
    }
}
