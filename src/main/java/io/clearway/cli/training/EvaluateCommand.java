package io.clearway.cli.training;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.CheckpointFile;
import io.clearway.catalog.Catalog;
import io.clearway.catalog.ShippedPolicies;
import io.clearway.cli.command.Installation;
import io.clearway.cli.command.JsonFileOption;
import io.clearway.cli.command.ParallelEpisodesOption;
import io.clearway.cli.command.ScenarioOption;
import io.clearway.cli.command.ScenarioOptions;
import io.clearway.cli.command.SeedRange;
import io.clearway.cli.report.ControllerTable;
import io.clearway.cli.report.EvaluationRow;
import io.clearway.cli.terminal.Console;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.Scenario;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.EpisodeResult;
import io.clearway.training.Evaluation;
import io.clearway.training.Evaluation.HeldOutEpisode;
import io.clearway.training.HeldOutEpisodes;
import io.clearway.training.TrainedPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Option(names = "--set", hidden = true)
    private Map<String, String> unusable = new LinkedHashMap<>();

    @Mixin
    private ScenarioOptions settings;

    // what is to be known of policies that are rules, in words
    private final List<String> kept = new ArrayList<>();

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
        List<HeldOutEpisode> episodes = new ArrayList<>();
        for (String controller : controllers) {
            episodes.addAll(episodes(catalog, problem, controller));
        }
        List<EpisodeResult> results =
                new Evaluation(problem, parallelEpisodes.count()).evaluate(episodes, () -> false, result -> {});
        Object rows = results.stream().map(EvaluationRow::of).toList();
        if (!json.write(rows, console.out())) {
            console.out().print(new ControllerTable(results).render(console.color()));
            kept.forEach(console.out()::println);
        }
        return 0;
    }

    private List<HeldOutEpisode> episodes(Catalog catalog, Scenario problem, String controller) {
        ControllerSource rule = problem.controllers().get(controller);
        if (rule != null) {
            return heldOut().of(controller, rule, problem.settingsFor(controller, settings.values()));
        }
        Optional<Checkpoint> shipped = ShippedPolicies.find(controller);
        if (shipped.isPresent()) {
            return episodes(catalog, problem, controller, shipped.get());
        }
        Path file = Path.of(controller);
        if (!Files.isRegularFile(file)) {
            throw new InvalidSetting(
                    "--controller",
                    controller,
                    "name a rule (%s), a policy that comes with Clearway (%s), or the file of a checkpoint"
                            .formatted(
                                    String.join(", ", problem.controllers().keySet()),
                                    String.join(", ", ShippedPolicies.names())));
        }
        Checkpoint checkpoint = CheckpointFile.read(file);
        return episodes(catalog, problem, nameOf(checkpoint, file), checkpoint);
    }

    private List<HeldOutEpisode> episodes(Catalog catalog, Scenario problem, String name, Checkpoint checkpoint) {
        Algorithm algorithm = catalog.algorithm(checkpoint.origin().algorithm());
        TrainedPolicy.requireFit("--scenario", checkpoint, problem, algorithm);
        // what the policy was trained to see and may do, under the requested demand
        TrainedPolicy policy = TrainedPolicy.of(
                checkpoint, problem, algorithm, settings.values().values());
        checkpoint.rule().ifPresent(start -> kept.add("%s: its run kept the rule %s".formatted(name, start)));
        return heldOut().of(name, policy);
    }

    private HeldOutEpisodes heldOut() {
        return new HeldOutEpisodes(seeds.seeds());
    }

    /** The algorithm's name; with the file's name where several checkpoints are compared. */
    private String nameOf(Checkpoint checkpoint, Path file) {
        String algorithm = checkpoint.origin().algorithm();
        long files =
                controllers.stream().map(Path::of).filter(Files::isRegularFile).count();
        return files > 1 ? algorithm + " " + file : algorithm;
    }
}
