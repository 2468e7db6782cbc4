package io.clearway.cli.demo;

import io.clearway.cli.report.ControllerTable;
import io.clearway.cli.report.EvaluationRow;
import io.clearway.metric.Metric;
import io.clearway.training.Comparison;
import io.clearway.training.ConfidenceInterval;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The demo's results: for people as text, for programs as JSON. */
final class DemoReport {
    private static final double SECONDS_PER_EPISODE = 3600;
    private static final int INDENT = 14;

    private final DemoPlan plan;
    private final Trained trained;
    private final List<EpisodeResult> results;
    private final DemoLive.Outcome live;
    private final Map<String, Double> laps;
    private final ControllerTable table;

    /**
     * The training run.
     *
     * @param run its id
     * @param selection how its final policy was chosen, as the service has it
     * @param results of its evaluation
     */
    record Trained(String run, JsonNode selection, List<EpisodeResult> results) {
        /** The rule that is the final policy; empty where it is what was learned. */
        Optional<String> keptRule() {
            return selection.path("ruleKept").asBoolean(false)
                    ? Optional.of(selection.path("rule").asString())
                    : Optional.empty();
        }
    }

    DemoReport(DemoPlan plan, Trained trained, DemoLive.Outcome live, Map<String, Double> laps) {
        this.plan = plan;
        this.trained = trained;
        this.results = trained.results();
        this.live = live;
        this.laps = laps;
        this.table = new ControllerTable(results);
    }

    /**
     * Table, comparisons and the live deployment.
     *
     * @param color whether the best controller is highlighted
     */
    String text(boolean color) {
        String line = System.lineSeparator();
        return "Policies and rules on held-out seeds %s, mean ± 95 %% interval (%s)%n%n"
                        .formatted(seeds(), results.get(0).simulator())
                + table.render(color)
                + line
                + "Final policy  " + policy() + line
                + comparisons().stream()
                        .map(text -> text + line)
                        .collect(Collectors.joining(" ".repeat(INDENT), "Comparison    ", ""))
                + "Live          " + live.text() + line;
    }

    /** The same with every episode, the seeds, the versions and the wall times. */
    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mode", plan.mode());
        json.put("run", trained.run());
        json.put("selection", trained.selection());
        json.put("request", plan.request());
        json.put("evaluationSeeds", seeds());
        json.put("sumoVersion", EvaluationRow.version(results.get(0).simulator()));
        json.put("scenarioHash", results.get(0).scenarioHash());
        json.put("table", controllers().stream().map(this::row).toList());
        json.put("comparisons", comparisons());
        json.put("episodes", results.stream().map(EvaluationRow::of).toList());
        json.put("couplingSpeed", Map.of("simulatedSecondsPerSecond", speed()));
        json.put("live", live.asJson());
        json.put("wallSeconds", laps);
        return json;
    }

    private List<Long> seeds() {
        return results.stream().map(EpisodeResult::seed).distinct().sorted().toList();
    }

    private List<String> controllers() {
        return results.stream().map(EpisodeResult::controller).distinct().toList();
    }

    private Map<String, Object> row(String controller) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("controller", controller);
        for (Metric metric : results.get(0).metrics().keySet().stream().sorted().toList()) {
            ConfidenceInterval interval = table.interval(controller, metric);
            row.put(metric.key(), Map.of("mean", interval.mean(), "halfWidth95", interval.halfWidth()));
        }
        return row;
    }

    private String bestRule() {
        return controllers().stream()
                .filter(name -> !name.equals(DemoPlan.ALGORITHM) && !name.equals(DemoPlan.POLICY))
                .min(Comparator.comparing(
                        name -> table.interval(name, Metric.TIME_IN_SYSTEM).mean()))
                .orElseThrow();
    }

    /** Which policy it is, in plain words. */
    private String policy() {
        String line = System.lineSeparator() + " ".repeat(INDENT);
        String chosen = "The run " + trained.selection().path("text").asString("took its last checkpoint") + ".";
        return trained.keptRule()
                .map(rule -> chosen
                        + line
                        + "So the row %s shows the rule %s, and the live SUMO is driven by it."
                                .formatted(DemoPlan.ALGORITHM, rule))
                .orElse(chosen);
    }

    /** What was learned beside each rule, then the policy that comes with Clearway beside the best one. */
    private List<String> comparisons() {
        Stream<String> own = Comparison.of(results, DemoPlan.ALGORITHM).stream()
                .filter(comparison -> !comparison.rival().equals(DemoPlan.POLICY))
                .map(this::text);
        Stream<String> shipped = Comparison.of(results, DemoPlan.POLICY).stream()
                .filter(comparison -> comparison.rival().equals(bestRule()))
                .map(Comparison::text);
        return Stream.concat(own, shipped).toList();
    }

    private String text(Comparison comparison) {
        return trained.keptRule().filter(comparison.rival()::equals).isPresent()
                ? "%s is %s itself".formatted(DemoPlan.ALGORITHM, comparison.rival())
                : comparison.text();
    }

    private double speed() {
        List<Double> speeds = new ArrayList<>();
        for (EpisodeResult result : results) {
            speeds.add(SECONDS_PER_EPISODE / result.metrics().getOrDefault(Metric.WALL_SECONDS, Double.NaN));
        }
        return ConfidenceInterval.of(speeds).mean();
    }
}
