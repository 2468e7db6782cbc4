package io.clearway.cli.training;

import io.clearway.cli.report.ControllerTable;
import io.clearway.metric.Metric;
import io.clearway.runs.RunRequest;
import io.clearway.setting.Settings;
import io.clearway.training.ConfidenceInterval;
import io.clearway.training.EpisodeResult;
import io.clearway.training.Selection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is known of a policy: how it was trained and chosen, and how it and the rules did on held-out seeds.
 *
 * @param request the training
 * @param selection how the policy was chosen
 * @param results held-out episodes of every controller
 */
record Evidence(RunRequest request, Selection selection, List<EpisodeResult> results) {
    Evidence {
        results = List.copyOf(results);
    }

    /**
     * As JSON: mean and half-width of the 95 % interval of every metric, by controller, and of its paired difference.
     */
    Map<String, Object> asJson() {
        EpisodeResult first = results.get(0);
        var table = new ControllerTable(results);
        List<String> names =
                results.stream().map(EpisodeResult::controller).distinct().toList();
        List<Metric> metrics = Arrays.stream(Metric.values())
                .filter(metric -> metric != Metric.WALL_SECONDS)
                .filter(metric ->
                        results.stream().allMatch(result -> result.metrics().containsKey(metric)))
                .toList();
        String policy = first.controller();

        Map<String, Object> controllers = new LinkedHashMap<>();
        Map<String, Object> differences = new LinkedHashMap<>();
        for (String name : names) {
            controllers.put(name, figures(metrics, metric -> table.interval(name, metric)));
            if (!name.equals(policy)) {
                differences.put(name, figures(metrics, metric -> table.paired(policy, name, metric)));
            }
        }

        Map<String, Object> json = new LinkedHashMap<>();
        json.put("recipe", sorted(Settings.asMap(request)));
        json.put("selection", selection);
        json.put("simulator", first.simulator());
        json.put("scenarioHash", first.scenarioHash());
        json.put("controllers", controllers);
        json.put("differences", differences);
        return json;
    }

    /** The same with the settings in it in the order of their names, so that equal evidence is an equal file. */
    private static Map<String, Object> sorted(Map<String, Object> fields) {
        Map<String, Object> sorted = new LinkedHashMap<>(fields);
        sorted.replaceAll((field, value) -> value instanceof Map<?, ?> settings ? new TreeMap<>(settings) : value);
        return sorted;
    }

    private static Map<String, Object> figures(List<Metric> metrics, Function<Metric, ConfidenceInterval> measured) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            ConfidenceInterval interval = measured.apply(metric);
            Map<String, Object> both = new LinkedHashMap<>();
            both.put("mean", interval.mean());
            both.put("halfWidth", interval.halfWidth());
            figures.put(metric.key(), both);
        }
        return figures;
    }
}
