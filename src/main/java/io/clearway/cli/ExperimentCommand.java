package io.clearway.cli;

import io.clearway.catalog.Catalog;
import io.clearway.cli.command.Installation;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.command.ParallelEpisodesOption;
import io.clearway.cli.experiment.ExperimentLock;
import io.clearway.cli.experiment.PlanTable;
import io.clearway.cli.experiment.ResultFiles;
import io.clearway.cli.experiment.ResultTable;
import io.clearway.cli.experiment.TrialFolders;
import io.clearway.cli.experiment.TrialProgress;
import io.clearway.cli.terminal.Console;
import io.clearway.experiment.ExperimentFile;
import io.clearway.experiment.ExperimentPlan;
import io.clearway.experiment.TrialQueue;
import io.clearway.experiment.TrialResult;
import io.clearway.experiment.description.ScenarioChoice;
import io.clearway.experiment.result.ExperimentResults;
import io.clearway.setting.Bounds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains and evaluates everything that a file describes, and compares it; the same command continues. */
@Command(
        name = "experiment",
        description = "Trains and evaluates what a YAML file describes (scenarios, algorithms, seeds, settings) and"
                + " compares the results; run again, it continues.",
        mixinStandardHelpOptions = true)
final class ExperimentCommand implements Callable<Integer> {
    private static final String JOBS = "--jobs";
    private static final Path FOLDER = Path.of("experiments");
    private static final String TRIALS = "trials";

    private final Installation installation;
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "File that describes the experiment, see docs/experiments.md.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for trials and results. Default: experiments/NAME.")
    private @Nullable Path folder;

    @Option(
            names = JOBS,
            paramLabel = "N",
            defaultValue = "1",
            description = "Trials at the same time. The results do not depend on it. Default: 1.")
    private int jobs;

    @Option(names = "--dry-run", description = "Check the file and list the trials, but play nothing.")
    private boolean dryRun;

    @Mixin
    private ParallelEpisodesOption parallelEpisodes;

    @Mixin
    private JsonOption json;

    ExperimentCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        Bounds.atLeast(JOBS, jobs, 1);
        ExperimentFile described = ExperimentFile.read(file);
        List<String> scenarios = described.experiment().scenarios().stream()
                .map(ScenarioChoice::name)
                .toList();
        return installation.imported().get().using(scenarios, () -> run(described));
    }

    private int run(ExperimentFile described) {
        Catalog catalog = installation.catalog().get();
        ExperimentPlan plan = described.plan(catalog);
        if (dryRun) {
            var table = new PlanTable(plan);
            console.out().print(json.isSet() ? JsonFiles.text(table.json()) + "\n" : table.render(console.color()));
            return 0;
        }
        Path target = folder == null ? FOLDER.resolve(plan.experiment().name()) : folder;
        try (var held = ExperimentLock.take(target)) {
            write(plan, held.folder());
        }
        return 0;
    }

    private void write(ExperimentPlan plan, Path target) {
        ExperimentResults results = ExperimentResults.of(plan, play(plan, target));
        Map<String, String> files = new ResultFiles(target, results).write();
        if (json.isSet()) {
            console.out().println(JsonFiles.text(files));
        } else {
            console.out().print(new ResultTable(results).render(console.color()));
            console.out().println("Report: %s; CSV and JSON beside it".formatted(files.get("html")));
        }
    }

    private List<TrialResult> play(ExperimentPlan plan, Path target) {
        try (var progress = new TrialProgress(plan, console)) {
            var runner = new TrialFolders(
                    target.resolve(TRIALS),
                    plan.experiment().protocol().evaluationSeeds(),
                    parallelEpisodes.count(),
                    progress,
                    () -> installation.simulator().get().version());
            runner.requireSame(plan.trials());
            return new TrialQueue(runner, jobs).play(plan.trials(), () -> false);
        }
    }
}
