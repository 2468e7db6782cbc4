package io.clearway.cli;

import io.clearway.catalog.Catalog;
import io.clearway.cli.command.Installation;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.command.SeedOption;
import io.clearway.cli.terminal.Console;
import io.clearway.imports.ScenarioExists;
import io.clearway.imports.ScenarioFolders;
import io.clearway.imports.ScenarioImport;
import io.clearway.imports.ScenarioName;
import io.clearway.imports.SourceFiles;
import io.clearway.scenario.onboarding.OnboardingReport;
import io.clearway.scenario.onboarding.ReportText;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a user's network as a scenario. */
@Command(
        name = "import",
        description = {
            "Imports a network as a scenario and prints its onboarding report.",
            "Give a .sumocfg; or a .net.xml and its route files (and .add.xml); or an .osm. Each may end in .gz."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--name", description = "Name of the scenario. Default: by its file.")
    private @Nullable String name;

    @Option(names = "--begin", paramLabel = "S", description = "Simulated second at which episodes begin.")
    private @Nullable Double begin;

    @Option(names = "--end", paramLabel = "S", description = "Simulated second at which episodes end.")
    private @Nullable Double end;

    @Option(names = "--horizon", paramLabel = "S", description = "Length of episodes in seconds, instead of an end.")
    private @Nullable Double horizon;

    @Option(names = "--trips-per-hour", paramLabel = "N", description = "Random trips where no demand is given.")
    private @Nullable Double tripsPerHour;

    @Option(
            names = "--netconvert",
            paramLabel = "OPTION=VALUE",
            description = "An option of netconvert for a street map, such as lefthand=true. May be repeated.")
    private List<String> netconvert = new ArrayList<>();

    @Mixin
    private SeedOption seed;

    @Option(names = "--replace", description = "Replace a scenario of that name.")
    private boolean replace;

    @Mixin
    private JsonOption json;

    ImportCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        // one's own configuration may name whatever SUMO would read; what is not SUMO's is not copied
        ImportSource source = SourceFiles.of("FILE", files, Path.of("/"));
        String called = ScenarioName.require(name == null ? ScenarioName.after(SourceFiles.main(source)) : name);
        ScenarioFolders folders = installation.imported().get();
        Catalog catalog = installation.catalog().get();
        if (catalog.has(called) && !folders.names().contains(called)) {
            throw new InvalidSetting("--name", called, "Clearway has a scenario of that name; choose another");
        }
        ScenarioImport imports = installation.imports().get();
        ImportOptions options = new ImportOptions(
                optional(begin), optional(end), optional(horizon), optional(tripsPerHour), seed.value(), netconvert);
        OnboardingReport report;
        try {
            report = folders.keep(called, replace, folder -> imports.build(called, source, options, folder));
        } catch (ScenarioExists another) {
            throw new InvalidSetting(
                    "--name", called, "a scenario of that name has different content; give --replace, or another name");
        }
        if (json.isSet()) {
            console.out().println(JsonFiles.text(report));
        } else {
            console.out().println(ReportText.of(report));
            console.out().println("Imported. Try: ./clearway evaluate --scenario " + called);
            console.out().println("           --controller max-pressure --seeds 100-102");
        }
        return 0;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
