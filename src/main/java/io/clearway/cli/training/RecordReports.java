package io.clearway.cli.training;

import io.clearway.cli.command.AtomicFiles;
import io.clearway.cli.report.records.CorridorReport;
import io.clearway.cli.report.records.TraceReport;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.TerminalColors;
import io.clearway.cli.terminal.TextTable;
import io.clearway.report.HtmlReport;
import io.clearway.scenario.EpisodeRecords;
import io.clearway.scenario.EpisodeRecords.Targets;
import io.clearway.training.EpisodeResult;
import java.nio.file.Path;
import java.util.List;

/** Writes the pages and tables of what episodes were recorded, beside their records. */
final class RecordReports {
    private final Targets targets;
    private final String scenario;

    RecordReports(Targets targets, String scenario) {
        this.targets = targets;
        this.scenario = scenario;
    }

    /** Writes all that was asked for. */
    void write(List<EpisodeResult> results) {
        targets.corridor().ifPresent(corridor -> {
            Path folder = corridor.folder();
            AtomicFiles.write(folder.resolve("corridor.csv"), CorridorReport.csv(results));
            AtomicFiles.write(
                    folder.resolve("corridor.html"),
                    HtmlReport.render(CorridorReport.of(
                            scenario,
                            results,
                            result -> EpisodeRecords.corridorOf(folder, result.controller(), result.seed()))));
        });
        targets.traces()
                .ifPresent(folder -> AtomicFiles.write(
                        folder.resolve("traces.html"),
                        HtmlReport.render(TraceReport.of(
                                scenario,
                                results,
                                result -> EpisodeRecords.tracesOf(folder, result.controller(), result.seed())))));
    }

    /** Prints the corridor's table, and where the pages are. */
    void print(List<EpisodeResult> results, Console console) {
        targets.corridor().ifPresent(corridor -> {
            var table = new TextTable(CorridorReport.HEADINGS, console.color(), List.of(0, 1));
            CorridorReport.rows(results).forEach(row -> table.row(row, column -> TerminalColors.PLAIN));
            console.out().print(table.render());
            console.out().println("Corridor: " + corridor.folder().resolve("corridor.html"));
        });
        targets.traces().ifPresent(folder -> console.out().println("Traces: " + folder.resolve("traces.html")));
    }
}
