package io.clearway.cli.client;

import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.TerminalColors;
import io.clearway.cli.terminal.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists the runs of a service. */
@Command(
        name = "runs",
        description = "Lists the training runs of a service, the newest first.",
        mixinStandardHelpOptions = true)
public final class RunsCommand implements Callable<Integer> {
    private static final List<String> HEADINGS =
            List.of("run", "status", "scenario", "algorithm", "seed", "done", "final policy", "name");
    private static final int STATUS = 1;
    private static final int SCENARIO = 2;
    private static final int NAME = 7;

    private final Console console;

    @Mixin
    private ServiceOption service;

    @Option(names = "--status", description = "Only runs of this status, such as running.")
    private @Nullable String status;

    @Option(names = "--limit", defaultValue = "20", description = "Maximum number of runs. Default: 20.")
    private int limit;

    @Mixin
    private JsonOption json;

    public RunsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String filter = status == null ? "" : "&status=" + statusParameter(status);
        JsonNode runs = service.client()
                .get(ServiceRun.RUNS + "?limit=" + limit + filter)
                .path("runs");
        if (json.isSet()) {
            console.out().println(JsonFiles.text(runs));
        } else if (runs.isEmpty()) {
            console.out().println("No runs. One is submitted with POST /api/v1/runs, or on the service's page.");
        } else {
            var table = new TextTable(HEADINGS, console.color(), List.of(NAME, SCENARIO));
            runs.forEach(run -> {
                TerminalColors color = color(run.path("status").asString());
                table.row(row(run), column -> column == STATUS ? color : TerminalColors.PLAIN);
            });
            console.out().print(table.render());
        }
        return 0;
    }

    private static String statusParameter(String given) {
        if (!given.matches("[A-Za-z]+")) {
            throw new IllegalArgumentException(
                    "--status: '%s' cannot be used; give queued, running, finished, failed or canceled"
                            .formatted(given));
        }
        return given.toUpperCase(Locale.ROOT);
    }

    private static List<String> row(JsonNode run) {
        int decisions = run.path("decisions").asInt();
        double share = (double) run.path("progress").path("decisions").asInt() / Math.max(1, decisions);
        return List.of(
                run.path("id").asString().replaceFirst("-.*", ""),
                run.path("status").asString(),
                run.path("scenario").asString(),
                run.path("algorithm").asString(),
                run.path("seed").asString(),
                String.format(Locale.ROOT, "%.0f %%", 100 * Math.min(1, share)),
                finalPolicy(run.path("selection")),
                run.path("name").asString());
    }

    /** Empty as long as none was chosen. */
    private static String finalPolicy(JsonNode selection) {
        if (selection.path("ruleKept").asBoolean(false)) {
            return "rule " + selection.path("rule").asString();
        }
        return selection.isObject() ? "round " + selection.path("rounds").asString() : "";
    }

    private static TerminalColors color(String status) {
        return switch (status) {
            case "RUNNING" -> TerminalColors.BUSY;
            case "FINISHED" -> TerminalColors.GOOD;
            case "FAILED" -> TerminalColors.BAD;
            default -> TerminalColors.FAINT;
        };
    }
}
