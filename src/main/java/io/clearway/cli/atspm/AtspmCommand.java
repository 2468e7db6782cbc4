package io.clearway.cli.atspm;

import io.clearway.cli.command.AtomicFiles;
import io.clearway.cli.command.JsonFileOption;
import io.clearway.cli.report.CoordinationPlot;
import io.clearway.cli.terminal.Console;
import io.clearway.events.EventLog;
import io.clearway.events.LogHeader;
import io.clearway.events.SignalSite;
import io.clearway.events.measures.SignalPerformance;
import io.clearway.setting.InvalidSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures signals by their event logs. */
@Command(
        name = "atspm",
        description = "Measures each phase of each signal by event logs: arrivals on green, split failures and others.",
        mixinStandardHelpOptions = true)
public final class AtspmCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FOLDER",
            description = "What 'evaluate --events' wrote: a folder of logs, or one of them.")
    private Path folder;

    @Option(names = "--signal", paramLabel = "ID", description = "Only this signal.")
    private @Nullable String signal;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write all measures to this file, a row for each phase.")
    private @Nullable Path csv;

    @Option(
            names = "--diagram",
            paramLabel = "FILE",
            description = "Write the Purdue coordination diagram of the signal to this file (HTML with SVG).")
    private @Nullable Path diagram;

    @Mixin
    private JsonFileOption json;

    public AtspmCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<EventLog> logs = EventLog.find(folder);
        List<Measured> measured = new ArrayList<>();
        PerformanceCsv rows = new PerformanceCsv();
        for (EventLog log : logs) {
            List<SignalPerformance> signals = chosen(log).stream()
                    .map(site -> SignalPerformance.of(log, site))
                    .toList();
            signals.forEach(signal -> rows.add(log.header(), signal));
            measured.add(new Measured(log.header(), signals));
        }
        if (!json.write(measured, console.out())) {
            measured.forEach(this::print);
        }
        if (csv != null) {
            AtomicFiles.write(csv, rows.text());
        }
        if (diagram != null) {
            AtomicFiles.write(diagram, diagram(logs));
        }
        return 0;
    }

    /** A log and the measures of its signals. */
    private record Measured(LogHeader log, List<SignalPerformance> signals) {}

    private void print(Measured measured) {
        LogHeader log = measured.log();
        console.out()
                .printf(
                        "%s, %s, seed %d, %.0f min%n",
                        log.origin().scenario(),
                        log.origin().controller(),
                        log.origin().seed(),
                        PerformanceTable.minutes(log));
        measured.signals().forEach(signal -> console.out().print(PerformanceTable.render(signal, console.color())));
    }

    private String diagram(List<EventLog> logs) {
        if (signal == null) {
            throw new InvalidSetting("--diagram", String.valueOf(diagram), "name the signal too, with --signal ID");
        }
        return CoordinationPlot.page(
                logs, log -> chosen(log).get(0), "Purdue coordination diagram of signal " + signal);
    }

    private List<SignalSite> chosen(EventLog log) {
        List<SignalSite> all = log.header().signals();
        if (signal == null) {
            return all;
        }
        List<SignalSite> named =
                all.stream().filter(site -> site.id().equals(signal)).toList();
        if (named.isEmpty()) {
            throw new InvalidSetting(
                    "--signal",
                    signal,
                    "give one of " + all.stream().map(SignalSite::id).collect(Collectors.joining(", ")));
        }
        return named;
    }
}
