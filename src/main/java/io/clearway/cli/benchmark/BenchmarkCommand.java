package io.clearway.cli.benchmark;

import io.clearway.cli.command.Installation;
import io.clearway.cli.command.JsonFileOption;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.ParallelEpisodesOption;
import io.clearway.cli.command.ScenarioOption;
import io.clearway.cli.command.ScenarioOptions;
import io.clearway.cli.command.SeedOption;
import io.clearway.cli.command.SeedRange;
import io.clearway.cli.terminal.Console;
import io.clearway.neural.UpdateBenchmark;
import io.clearway.neural.compute.ComputePool;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.RecordedScenario;
import io.clearway.scenario.SimulatedScenario;
import io.clearway.setting.Bounds;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.simulation.TrafficSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the speed on this machine, and controllers against published figures. */
@Command(
        name = "benchmark",
        description = {
            "Measures the coupling to SUMO, the cost of safety, or a learning step, on this machine;",
            "or controllers against published figures."
        },
        mixinStandardHelpOptions = true)
public final class BenchmarkCommand {
    private final Installation installation;
    private final Console console;

    public BenchmarkCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Command(
            name = "coupling",
            description =
                    "Times an episode with every signal or vehicle commanded and read, relative to the simulation alone.",
            mixinStandardHelpOptions = true)
    int coupling(
            @Mixin ScenarioOption scenarioOption,
            @Option(names = "--rounds", defaultValue = "3", description = "Rounds of episodes. Default: 3.") int rounds,
            @Mixin SeedOption seed,
            @Mixin JsonFileOption json,
            @Option(
                            names = "--files",
                            paramLabel = "FOLDER",
                            description = "Folder for the traffic as SUMO's files, to time other clients on.")
                    @Nullable Path files) {
        Bounds.atLeast("--rounds", rounds, 1);
        String scenario = scenarioOption.name();
        if (!(installation.catalog().get().scenario(scenario) instanceof SimulatedScenario simulated)) {
            throw new InvalidSetting("--scenario", scenario, "name a scenario that SUMO runs");
        }
        TrafficSimulator simulator = installation.simulator().get();
        if (simulated instanceof LiveScenario live) {
            CouplingBenchmark benchmark = new CouplingBenchmark(simulator, live, seed.value());
            writeFiles(files, benchmark::write);
            show(benchmark.run(rounds), json);
        } else {
            SteppingBenchmark benchmark = new SteppingBenchmark(simulator, simulated, seed.value());
            writeFiles(files, benchmark::write);
            show(benchmark.run(rounds), json);
        }
        return 0;
    }

    @Command(
            name = "safety",
            description = "Times the safety envelopes and monitors of all signals, relative to a live second.",
            mixinStandardHelpOptions = true)
    int safety(
            @Mixin ScenarioOption scenarioOption,
            @Option(
                            names = "--seconds",
                            defaultValue = "600",
                            description = "Simulated seconds of a round. Default: 600.")
                    int seconds,
            @Option(names = "--rounds", defaultValue = "5", description = "Rounds. Default: 5.") int rounds,
            @Mixin SeedOption seed,
            @Mixin JsonFileOption json) {
        Bounds.atLeast("--seconds", seconds, 1);
        Bounds.atLeast("--rounds", rounds, 1);
        String scenario = scenarioOption.name();
        if (!(installation.catalog().get().scenario(scenario) instanceof LiveScenario live)) {
            throw new InvalidSetting("--scenario", scenario, "name a scenario with signals");
        }
        show(new SafetyBenchmark(live.live(Settings.none()), seconds, seed.value()).run(rounds), json);
        return 0;
    }

    @Command(
            name = "events",
            description = "Processor time of an evaluated episode without and with an event log.",
            mixinStandardHelpOptions = true)
    int events(
            @Mixin ScenarioOption scenarioOption,
            @Option(names = "--warm-up", defaultValue = "3", description = "Rounds before any counts. Default: 3.")
                    int warmUp,
            @Option(names = "--rounds", defaultValue = "7", description = "Rounds of two episodes. Default: 7.")
                    int rounds,
            @Mixin SeedOption seed,
            @Option(
                            names = "--events",
                            required = true,
                            paramLabel = "FOLDER",
                            description = "Folder for the log, as in evaluate.")
                    Path folder,
            @Mixin JsonFileOption json) {
        Bounds.atLeast("--warm-up", warmUp, 0);
        Bounds.atLeast("--rounds", rounds, 1);
        String scenario = scenarioOption.name();
        if (!(installation.catalog().get().scenario(scenario) instanceof RecordedScenario recorded)) {
            throw new InvalidSetting("--scenario", scenario, "name a scenario with signals");
        }
        show(new EventLogBenchmark(recorded, seed.value(), folder).run(warmUp, rounds), json);
        return 0;
    }

    @Command(
            name = "update",
            description = "Forward, backward and Adam for the networks of all agents.",
            mixinStandardHelpOptions = true)
    int update(
            @Option(names = "--agents", defaultValue = "25", description = "Networks. Default: 25.") int agents,
            @Option(names = "--inputs", defaultValue = "60", description = "Inputs. Default: 60.") int inputs,
            @Option(names = "--hidden", defaultValue = "128", description = "Hidden units, twice. Default: 128.")
                    int hidden,
            @Option(names = "--outputs", defaultValue = "5", description = "Outputs. Default: 5.") int outputs,
            @Option(names = "--batch", defaultValue = "256", description = "Samples. Default: 256.") int batch,
            @Mixin JsonFileOption json) {
        Map.of("--agents", agents, "--inputs", inputs, "--hidden", hidden, "--outputs", outputs, "--batch", batch)
                .forEach((option, value) -> Bounds.atLeast(option, value, 1));
        try (ComputePool pool = new ComputePool(Runtime.getRuntime().availableProcessors())) {
            show(new UpdateBenchmark(agents, inputs, hidden, outputs, batch).run(pool), json);
        }
        return 0;
    }

    @Command(
            name = "resco",
            description = {
                "Plays rules and policies on copies of RESCO's maps, and prints their delays beside the published ones.",
                "A map is a SUMO configuration (*.sumocfg) somewhere in the folder; nothing of it is kept."
            },
            mixinStandardHelpOptions = true)
    int resco(
            @Option(names = "--maps", required = true, paramLabel = "FOLDER", description = "Folder with the maps.")
                    Path maps,
            @Option(
                            names = "--controller",
                            split = ",",
                            defaultValue = "fixed-time,max-pressure,capacity-aware,gating,signals-dppo",
                            paramLabel = "RULE|POLICY|FILE",
                            description = "Rules and policies, as in evaluate. Default: ${DEFAULT-VALUE}.")
                    List<String> controllers,
            @Option(
                            names = "--seeds",
                            defaultValue = "100-104",
                            converter = SeedRange.Converter.class,
                            description = "Seeds of the episodes of each. Default: 100-104.")
                    SeedRange seeds,
            @Mixin ParallelEpisodesOption parallelEpisodes,
            @Mixin ScenarioOptions settings,
            @Mixin JsonFileOption json) {
        List<RescoBenchmark.MapResult> results = new RescoBenchmark(
                        installation, controllers, seeds.seeds(), parallelEpisodes.count(), settings.values())
                .run(maps, map -> console.err().println("Playing " + map + " …"));
        if (!json.write(results, console.out())) {
            console.out().print(RescoTable.of(results, console.color()));
        }
        return 0;
    }

    private static void writeFiles(@Nullable Path folder, Consumer<Path> writing) {
        if (folder != null) {
            writing.accept(folder);
        }
    }

    private void show(Record result, JsonFileOption json) {
        if (!json.write(result, console.out())) {
            JsonFiles.asMap(result).forEach((name, value) -> console.out().println(name + ": " + value));
        }
    }
}
