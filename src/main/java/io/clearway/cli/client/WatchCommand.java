package io.clearway.cli.client;

import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.report.ControllerTable;
import io.clearway.cli.report.ReportedRun.Episode;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.DecisionRate;
import io.clearway.cli.terminal.ProgressLine;
import io.clearway.cli.training.TrainingFolder;
import io.clearway.training.Comparison;
import io.clearway.training.EpisodeResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Watches a run of a service. */
@Command(
        name = "watch",
        description = "Shows the progress of a run of a service until it ends, then its results.",
        footer = {"", "Exit codes: 0 finished, 1 failed or canceled, 2 usage error or invalid input."},
        mixinStandardHelpOptions = true)
public final class WatchCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 500;

    private final Console console;
    private final long began = System.nanoTime();

    @Parameters(paramLabel = "RUN", description = "Id of the run, or its beginning.")
    private String id;

    @Mixin
    private ServiceOption service;

    @Mixin
    private JsonOption json;

    public WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServiceRun run = ServiceRun.named(service.client(), id);
        JsonNode last = untilItEnds(run);
        boolean finished = last.path("status").asString().equals("FINISHED");
        if (json.isSet()) {
            console.out().println(JsonFiles.text(last));
        } else if (finished) {
            List<EpisodeResult> results = run.evaluations();
            console.out().print(results.isEmpty() ? "" : new ControllerTable(results).render(console.color()));
            last.path("selection")
                    .path("text")
                    .asStringOpt()
                    .ifPresent(text -> console.out().println("The run " + text));
            Comparison.of(results, last.path("algorithm").asString())
                    .forEach(comparison -> console.out().println(comparison.text()));
        } else {
            console.out()
                    .println("The run %s: %s"
                            .formatted(
                                    last.path("status").asString(),
                                    last.path("failure").asString("no reason given")));
        }
        return finished ? 0 : 1;
    }

    private JsonNode untilItEnds(ServiceRun run) throws InterruptedException {
        ProgressLine line = new ProgressLine(console.err(), console);
        int decisionsBefore = -1;
        while (true) {
            JsonNode now = run.look();
            int decisions = now.path("progress").path("decisions").asInt();
            decisionsBefore = decisionsBefore < 0 ? decisions : decisionsBefore;
            show(line, run, now, decisionsBefore);
            if (ended(now)) {
                line.end();
                return now;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void show(ProgressLine line, ServiceRun run, JsonNode now, int decisionsBefore) {
        int wanted = now.path("decisions").asInt();
        int decisions = now.path("progress").path("decisions").asInt();
        int episodes = now.path("progress").path("episodes").asInt();
        Duration spent = Duration.ofNanos(System.nanoTime() - began);
        if (decisions >= wanted && !ended(now)) {
            line.show(1, atTheEnd(run, now), spent);
        } else {
            DecisionRate rate = new DecisionRate(decisionsBefore, decisions, spent);
            line.show(
                    (double) decisions / Math.max(1, wanted),
                    latest(run, now, episodes) + rate.text(),
                    rate.asFromTheStart());
        }
    }

    private static String atTheEnd(ServiceRun run, JsonNode now) {
        JsonNode validated = now.path("validated");
        int done = validated.path("done").asInt();
        int planned = validated.path("planned").asInt();
        return done < planned
                ? "validation episodes: %d of %d".formatted(done, planned)
                : "held-out episodes: %d".formatted(run.evaluated());
    }

    private static String latest(ServiceRun run, JsonNode now, int episodes) {
        List<Episode> newest = episodes == 0 ? List.of() : run.episodes(episodes - 1);
        String stage = now.path("stage").path("text").asString("");
        if (newest.isEmpty()) {
            return stage.isEmpty() ? now.path("status").asString().toLowerCase(Locale.ROOT) : stage;
        }
        Episode last = newest.get(newest.size() - 1);
        return TrainingFolder.summary(last.number(), last.controller(), last.metrics())
                + (stage.isEmpty() ? "" : "  " + stage);
    }

    private static boolean ended(JsonNode run) {
        return List.of("FINISHED", "FAILED", "CANCELED")
                .contains(run.path("status").asString());
    }
}
