package io.clearway.cli;

import io.clearway.cli.client.ServiceOption;
import io.clearway.cli.client.ServiceRun;
import io.clearway.cli.command.AtomicFiles;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.report.HtmlReport;
import io.clearway.cli.report.MarkdownReport;
import io.clearway.cli.report.Report;
import io.clearway.cli.report.Report.Drawing;
import io.clearway.cli.report.ReportedRun;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.training.TrainedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A report of runs, of a service or of training folders. */
@Command(
        name = "report",
        description = "Writes a report of training runs: one HTML page, and Markdown with its drawings beside it.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final String DRAWINGS = "drawings";

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN|FOLDER",
            description = "Ids of runs of a service, or their beginnings, or folders of 'clearway train'. What "
                    + "'clearway evaluate --json' wrote into such a folder as evaluation.json is shown too.")
    private List<String> runs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "report",
            description = "Folder to write report.html and report.md into. Default: report.")
    private Path folder;

    @Mixin
    private JsonOption json;

    @Mixin
    private ServiceOption service;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Report report = Report.of(distinct(runs.stream().map(this::read).toList()));
        Path page = folder.resolve("report.html");
        Path markdown = folder.resolve("report.md");
        for (Drawing drawing : drawings(report)) {
            AtomicFiles.write(folder.resolve(DRAWINGS).resolve(drawing.name() + ".svg"), drawing.file());
        }
        AtomicFiles.write(markdown, MarkdownReport.render(report, DRAWINGS));
        AtomicFiles.write(page, HtmlReport.render(report));
        if (json.isSet()) {
            console.out().println(JsonFiles.text(Map.of("html", page.toString(), "markdown", markdown.toString())));
        } else {
            console.out().println("Report: %s and %s".formatted(page, markdown));
        }
        return 0;
    }

    private static List<Drawing> drawings(Report report) {
        return report.sections().stream()
                .flatMap(section -> section.drawings().stream())
                .toList();
    }

    private ReportedRun read(String run) {
        Path place = Path.of(run);
        return Files.isDirectory(place)
                ? TrainedFolder.read(place)
                : ServiceRun.named(service.client(), run).reported();
    }

    /** Runs of one name on one scenario get numbers. */
    private static List<ReportedRun> distinct(List<ReportedRun> runs) {
        Map<String, Long> times =
                runs.stream().collect(Collectors.groupingBy(ReportCommand::key, Collectors.counting()));
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<ReportedRun> named = new ArrayList<>();
        for (ReportedRun run : runs) {
            int number = seen.merge(key(run), 1, Integer::sum);
            named.add(times.getOrDefault(key(run), 1L) > 1 ? run.named("%s (%d)".formatted(run.name(), number)) : run);
        }
        return named;
    }

    private static String key(ReportedRun run) {
        return run.scenario() + "\n" + run.name();
    }
}
