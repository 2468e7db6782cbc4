package io.clearway.cli.training;

import io.clearway.catalog.Catalog;
import io.clearway.cli.command.Installation;
import io.clearway.cli.command.JsonFileOption;
import io.clearway.cli.command.ParallelEpisodesOption;
import io.clearway.cli.command.ScenarioOption;
import io.clearway.cli.command.ScenarioOptions;
import io.clearway.cli.command.SeedRange;
import io.clearway.cli.report.ControllerTable;
import io.clearway.cli.report.EvaluationRow;
import io.clearway.cli.terminal.Console;
import io.clearway.scenario.Scenario;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.Comparison;
import io.clearway.training.EpisodeResult;
import io.clearway.training.Evaluation.HeldOutEpisode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates controllers on held-out seeds. */
@Command(
        name = "evaluate",
        description = "Plays controllers on held-out seeds and reports every episode.",
        mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Mixin
    private ScenarioOption scenario;

    @Option(
            names = "--controller",
            required = true,
            split = ",",
            paramLabel = "RULE|POLICY|FILE",
            description = "Name of a rule or of a policy that comes with Clearway, or file of a checkpoint;"
                    + " several separated by commas or repeated.")
    private List<String> controllers;

    @Option(
            names = "--seeds",
            defaultValue = "100-104",
            converter = SeedRange.Converter.class,
            description = "Held-out seeds, such as 100-119 or 1,5,7. Default: 100-104.")
    private SeedRange seeds;

    @Mixin
    private ParallelEpisodesOption parallelEpisodes;

    @Mixin
    private JsonFileOption json;

    @Mixin
    private RecordOptions records;

    @Option(names = "--set", hidden = true)
    private Map<String, String> unusable = new LinkedHashMap<>();

    @Mixin
    private ScenarioOptions settings;

    public EvaluateCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!unusable.isEmpty()) {
            throw new InvalidSetting(
                    "--set",
                    String.join(", ", unusable.keySet()),
                    "leave it out: rules have no settings, and a checkpoint keeps those it was trained with;"
                            + " --scenario-set changes the scenario");
        }
        return installation.imported().get().using(scenario.name(), this::evaluate);
    }

    private int evaluate() {
        Catalog catalog = installation.catalog().get();
        Scenario problem = catalog.scenario(scenario.name());
        HeldOutControllers chosen = new HeldOutControllers(catalog, controllers, seeds.seeds());
        List<HeldOutEpisode> episodes = chosen.on(problem, settings.values());
        List<EpisodeResult> results = records.evaluation(problem, scenario.name(), parallelEpisodes.count())
                .evaluate(episodes, () -> false, result -> {});
        RecordReports reports = new RecordReports(records.targets(), scenario.name());
        reports.write(results);
        Object rows = results.stream().map(EvaluationRow::of).toList();
        if (!json.write(rows, console.out())) {
            console.out().print(new ControllerTable(results).render(console.color()));
            chosen.remarks().forEach(console.out()::println);
            Comparison.ofAll(results, problem.controllers()::containsKey)
                    .forEach(comparison -> console.out().println(comparison.text()));
            reports.print(results, console);
        }
        return 0;
    }
}
