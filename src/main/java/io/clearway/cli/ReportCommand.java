package io.clearway.cli;

import io.clearway.cli.client.ServiceOption;
import io.clearway.cli.client.ServicePeriods;
import io.clearway.cli.client.ServiceRun;
import io.clearway.cli.command.AtomicFiles;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.report.MarkdownReport;
import io.clearway.cli.report.ReportedRun;
import io.clearway.cli.report.RunReport;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.training.TrainedFolder;
import io.clearway.report.HtmlReport;
import io.clearway.report.Report;
import io.clearway.report.Report.Drawing;
import io.clearway.report.comparison.BeforeAfter;
import io.clearway.report.comparison.BeforeAfterReport;
import io.clearway.report.comparison.ControllerComparison;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.EpisodeResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A report of runs, of a service or of training folders. */
@Command(
        name = "report",
        description = {
            "Writes a report of training runs: one HTML page, and Markdown with its drawings beside it;",
            "or of two controllers, one before and one after; or of two periods of live traffic."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final String DRAWINGS = "drawings";
    private static final String BEFORE_PERIOD = "--before-period";
    private static final String AFTER_PERIOD = "--after-period";

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN|FOLDER|FILE",
            description = "Ids of runs of a service, or their beginnings, or folders of 'clearway train'. What "
                    + "'clearway evaluate --json' wrote into such a folder as evaluation.json is shown too.")
    private List<String> runs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "report",
            description = "Folder to write report.html and report.md into. Default: report.")
    private Path folder;

    @Option(
            names = "--before",
            paramLabel = "CONTROLLER",
            description = "With --after: compares two controllers of an evaluation instead, on all measures of traffic,"
                    + " and writes report.html and report.csv. Give files of 'clearway evaluate --json', or runs.")
    private @Nullable String before;

    @Option(names = "--after", paramLabel = "CONTROLLER", description = "The controller that replaces the first.")
    private @Nullable String after;

    @Option(
            names = BEFORE_PERIOD,
            paramLabel = "FROM-TO",
            description =
                    "With --after-period: compares two periods of live traffic, in seconds of simulated time. Give"
                            + " the id of a deployment, or of two, the second one for the second period.")
    private @Nullable String beforePeriod;

    @Option(names = AFTER_PERIOD, paramLabel = "FROM-TO", description = "The second period, such as 3600-7200.")
    private @Nullable String afterPeriod;

    @Mixin
    private JsonOption json;

    @Mixin
    private ServiceOption service;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (beforePeriod != null || afterPeriod != null) {
            return comparePeriods();
        }
        return before == null && after == null ? reportRuns() : compare();
    }

    /** Two periods of live traffic, which the service compares, as it has their samples. */
    private int comparePeriods() {
        if (beforePeriod == null || afterPeriod == null) {
            throw new InvalidSetting(
                    beforePeriod == null ? BEFORE_PERIOD : AFTER_PERIOD,
                    "",
                    "name two periods such as 0-3600, one before and one after");
        }
        var periods = new ServicePeriods(service.client(), runs, beforePeriod, afterPeriod);
        return write(periods.conclusion(), periods.page(), periods.table());
    }

    /** Two controllers on the same seeds. */
    private int compare() {
        if (before == null || after == null) {
            throw new InvalidSetting(
                    before == null ? "--before" : "--after", "", "name two controllers, one before and one after");
        }
        List<EpisodeResult> results =
                runs.stream().flatMap(run -> results(run).stream()).toList();
        BeforeAfter comparison = compared(results, before, after);
        return write(
                comparison.conclusion(),
                HtmlReport.render(BeforeAfterReport.of(comparison)),
                BeforeAfterReport.csv(comparison));
    }

    private int write(String conclusion, String html, String csv) {
        Path page = folder.resolve("report.html");
        Path table = folder.resolve("report.csv");
        AtomicFiles.write(page, html);
        AtomicFiles.write(table, csv);
        if (json.isSet()) {
            console.out()
                    .println(JsonFiles.text(
                            Map.of("html", page.toString(), "csv", table.toString(), "conclusion", conclusion)));
        } else {
            console.out().println(conclusion);
            console.out().println("Report: %s and %s".formatted(page, table));
        }
        return 0;
    }

    /** A complaint names the option. */
    private static BeforeAfter compared(List<EpisodeResult> results, String before, String after) {
        try {
            return ControllerComparison.of(results, before, after);
        } catch (InvalidSetting complaint) {
            throw complaint.mapped(one -> new InvalidSetting("--" + one.field(), one.given(), one.hint()));
        }
    }

    private List<EpisodeResult> results(String run) {
        Path place = Path.of(run);
        return Files.isRegularFile(place)
                ? TrainedFolder.evaluation(place)
                : read(run).results();
    }

    private int reportRuns() {
        Report report = RunReport.of(distinct(runs.stream().map(this::read).toList()));
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
