package io.clearway.cli;

import io.clearway.metric.Metric;
import io.clearway.training.EpisodeResult;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The demo's training run, as seen over REST: submitted, watched, its evaluation collected. */
final class DemoTraining {
    private static final String RUNS = "/api/v1/runs";
    private static final long POLL_MILLIS = 500;
    private static final Map<String, Metric> METRICS =
            Arrays.stream(Metric.values()).collect(Collectors.toMap(Metric::key, Function.identity()));

    private final ServiceClient client;
    private final DemoPlan plan;
    private final Console console;
    private String id = "";

    DemoTraining(ServiceClient client, DemoPlan plan, Console console) {
        this.client = client;
        this.plan = plan;
        this.console = console;
    }

    /** Id of the run. */
    String id() {
        return id;
    }

    /** Submits the run, shows how it goes, and gives what its evaluation came to. */
    List<EpisodeResult> run(Stopwatch watch) throws InterruptedException {
        id = client.post(RUNS, plan.request()).path("id").asString();
        watchTraining(watch);
        watch.lap("training");
        watchEvaluation(watch);
        watch.lap("evaluation");
        return evaluations();
    }

    private void watchTraining(Stopwatch watch) throws InterruptedException {
        ProgressLine line = new ProgressLine(console.out(), console.terminal());
        int shown = -1;
        while (true) {
            JsonNode run = look();
            int episodes = run.path("progress").path("episodes").asInt();
            int decisions = run.path("progress").path("decisions").asInt();
            if (episodes != shown || console.terminal()) {
                shown = episodes;
                line.show((double) decisions / plan.decisions(), latest(episodes), watch.lapSoFar());
            }
            if (over(run) || decisions >= plan.decisions()) {
                line.end();
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void watchEvaluation(Stopwatch watch) throws InterruptedException {
        ProgressLine line = new ProgressLine(console.out(), console.terminal());
        int expected = plan.evaluationSeeds() * (1 + rules());
        while (true) {
            JsonNode run = look();
            int done = client.get(path("/evaluations")).size();
            line.show(
                    (double) done / expected, "held-out episodes %d of %d".formatted(done, expected), watch.lapSoFar());
            if (over(run)) {
                line.end();
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private int rules() {
        for (JsonNode scenario : client.get("/api/v1/scenarios")) {
            if (scenario.path("name").asString().equals(DemoPlan.SCENARIO)) {
                return scenario.path("baselines").size();
            }
        }
        throw new CommandFailure("The service does not know the scenario " + DemoPlan.SCENARIO);
    }

    /** Newest episode's figures, or that it is starting. */
    private String latest(int episodes) {
        if (episodes == 0) {
            return "first episodes are being played";
        }
        JsonNode series = client.get(path("/metrics?fromEpisode=" + (episodes - 1)));
        return String.format(
                Locale.ROOT,
                "episode %d  R̄ %.0f  queue %.2f  arrived %.0f",
                episodes,
                last(series, Metric.PAPER_REWARD),
                last(series, Metric.MEAN_QUEUE),
                last(series, Metric.ARRIVED));
    }

    private static double last(JsonNode series, Metric metric) {
        for (JsonNode one : series) {
            if (one.path("metric").asString().equals(metric.key())) {
                JsonNode points = one.path("points");
                return points.path(points.size() - 1).path("value").asDouble(Double.NaN);
            }
        }
        return Double.NaN;
    }

    private JsonNode look() {
        JsonNode run = client.get(path(""));
        String status = run.path("status").asString();
        if (status.equals("FAILED") || status.equals("CANCELED")) {
            throw new CommandFailure(
                    "The run %s: %s".formatted(status, run.path("failure").asString("no reason given")));
        }
        return run;
    }

    private static boolean over(JsonNode run) {
        return run.path("status").asString().equals("FINISHED");
    }

    private List<EpisodeResult> evaluations() {
        return client.get(path("/evaluations"))
                .valueStream()
                .map(DemoTraining::result)
                .toList();
    }

    private static EpisodeResult result(JsonNode evaluation) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        evaluation.path("metrics").properties().forEach(entry -> {
            Metric metric = METRICS.get(entry.getKey());
            if (metric != null) {
                metrics.put(metric, entry.getValue().asDouble());
            }
        });
        return new EpisodeResult(
                evaluation.path("controller").asString(),
                evaluation.path("seed").asLong(),
                metrics,
                evaluation.path("simulator").asString(),
                evaluation.path("scenarioHash").asString());
    }

    private String path(String rest) {
        return RUNS + "/" + id + rest;
    }
}
