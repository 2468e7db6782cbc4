package io.clearway.cli.demo;

import io.clearway.cli.client.ServiceClient;
import io.clearway.cli.client.ServiceRun;
import io.clearway.cli.command.CommandFailure;
import io.clearway.cli.report.ReportedRun.Episode;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.ProgressLine;
import io.clearway.cli.terminal.Stopwatch;
import io.clearway.cli.training.TrainingFolder;
import io.clearway.training.EpisodeResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The demo's training run, as seen over REST: submitted, watched, its evaluation collected. */
final class DemoTraining {
    private static final long POLL_MILLIS = 500;

    private final ServiceClient client;
    private final DemoPlan plan;
    private final Console console;
    private @Nullable ServiceRun run;
    private JsonNode selection = MissingNode.getInstance();

    DemoTraining(ServiceClient client, DemoPlan plan, Console console) {
        this.client = client;
        this.plan = plan;
        this.console = console;
    }

    /** Id of the run. */
    String id() {
        return run().id();
    }

    /** The run with the results of its evaluation. */
    DemoReport.Trained trained(List<EpisodeResult> results) {
        return new DemoReport.Trained(id(), selection, results);
    }

    private ServiceRun run() {
        return Objects.requireNonNull(run, "not yet submitted");
    }

    /** Submits the run, shows its progress, and returns the results of its evaluation. */
    List<EpisodeResult> run(Stopwatch watch) throws InterruptedException {
        run = new ServiceRun(
                client, client.post(ServiceRun.RUNS, plan.request()).path("id").asString());
        watchTraining(watch);
        watch.lap("training");
        watchSelection(watch);
        watch.lap("selection");
        watchEvaluation(watch);
        watch.lap("evaluation");
        return run().evaluations();
    }

    private void watchTraining(Stopwatch watch) throws InterruptedException {
        ProgressLine line = new ProgressLine(console.out(), console);
        int shown = -1;
        while (true) {
            JsonNode run = look();
            int episodes = run.path("progress").path("episodes").asInt();
            int decisions = run.path("progress").path("decisions").asInt();
            if (episodes != shown || console.terminal()) {
                shown = episodes;
                line.show((double) decisions / plan.decisions(), latest(run, episodes), watch.lapSoFar());
            }
            if (over(run) || decisions >= plan.decisions()) {
                line.end();
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void watchSelection(Stopwatch watch) throws InterruptedException {
        ProgressLine line = new ProgressLine(console.out(), console);
        while (true) {
            JsonNode run = look();
            int done = run.path("validated").path("done").asInt();
            int planned = run.path("validated").path("planned").asInt();
            if (planned > 0) {
                String text = "validation episodes %d of %d".formatted(done, planned);
                line.show((double) done / planned, text, watch.lapSoFar());
            }
            JsonNode selection = run.path("selection");
            if (selection.isObject()) {
                line.end();
                this.selection = selection;
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void watchEvaluation(Stopwatch watch) throws InterruptedException {
        ProgressLine line = new ProgressLine(console.out(), console);
        int expected = plan.evaluationSeeds() * (1 + rules());
        while (true) {
            JsonNode run = look();
            int done = run().evaluated();
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
    private String latest(JsonNode now, int episodes) {
        List<Episode> newest = episodes == 0 ? List.of() : run().episodes(episodes - 1);
        if (newest.isEmpty()) {
            return now.path("stage").path("text").asString("first episodes are being played");
        }
        Episode last = newest.get(newest.size() - 1);
        return TrainingFolder.summary(last.number(), last.controller(), last.metrics());
    }

    private JsonNode look() {
        JsonNode run = run().look();
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
}
