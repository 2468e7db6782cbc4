package io.clearway.cli.benchmark;

import io.clearway.cli.benchmark.RescoFigures.Published;
import io.clearway.cli.command.Installation;
import io.clearway.cli.training.HeldOutControllers;
import io.clearway.imports.ScenarioImport;
import io.clearway.metric.Metric;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.AtscDefinition.Timing;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.training.ConfidenceInterval;
import io.clearway.training.EpisodeResult;
import io.clearway.training.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Plays controllers on copies of RESCO's maps as RESCO does (one hour, no teleports, its definition of delay), and puts
 * the published delays beside theirs. Controllers keep to the safe times of their signals, which the published ones did
 * not.
 */
final class RescoBenchmark {
    private static final String CONFIGURATION = ".sumocfg";
    private static final int DEPTH = 3;
    private static final double NO_TELEPORTS = -1;
    private final Installation installation;
    private final List<String> controllers;
    private final List<Long> seeds;
    private final int parallelEpisodes;
    private final Settings settings;

    /**
     * A benchmark of some controllers.
     *
     * @param controllers rules, policies that come with Clearway, or files of policies
     * @param seeds of the episodes that each plays
     * @param settings of the scenarios
     */
    RescoBenchmark(
            Installation installation,
            List<String> controllers,
            List<Long> seeds,
            int parallelEpisodes,
            Settings settings) {
        this.installation = installation;
        this.controllers = List.copyOf(controllers);
        this.seeds = List.copyOf(seeds);
        this.parallelEpisodes = parallelEpisodes;
        this.settings = settings;
    }

    /**
     * Results on one map.
     *
     * @param map its name
     * @param delays of each controller over the seeds, in seconds
     * @param published by RESCO, best first
     */
    record MapResult(String map, Map<String, ConfidenceInterval> delays, List<Published> published) {}

    /**
     * Plays all maps in a folder.
     *
     * @param folder with the SUMO configurations of the maps, up to three levels deep
     * @param begins told the name of each map before it is played
     */
    List<MapResult> run(Path folder, Consumer<String> begins) {
        RescoFigures figures = RescoFigures.read();
        List<MapResult> results = new ArrayList<>();
        for (Path file : configurations(folder)) {
            String map = name(file);
            begins.accept(map);
            results.add(new MapResult(
                    map,
                    delays(file, map),
                    figures.of(map).stream()
                            .sorted(Comparator.comparingDouble(Published::delaySeconds))
                            .toList()));
        }
        return results;
    }

    private static List<Path> configurations(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder, DEPTH) : Stream.empty()) {
            List<Path> found = files.filter(file -> file.toString().endsWith(CONFIGURATION))
                    .sorted(Comparator.comparing(RescoBenchmark::name))
                    .toList();
            if (found.isEmpty()) {
                throw new InvalidSetting(
                        "--maps",
                        folder.toString(),
                        "name a folder with the SUMO configurations (*.sumocfg) of RESCO's maps, as in its folder"
                                + " 'environments'");
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot list " + folder, unreadable);
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - CONFIGURATION.length());
    }

    private Map<String, ConfidenceInterval> delays(Path file, String map) {
        Path made = temporary();
        try {
            ScenarioImport imports = installation.imports().get();
            imports.build(scenarioName(map), new ImportSource.Configuration(file), ImportOptions.none(), made);
            var scenario = new SignalScenario(
                    withoutTeleports(DefinitionReader.read(made)),
                    installation.simulator().get());
            var chosen = new HeldOutControllers(installation.catalog().get(), controllers, seeds);
            return byController(new Evaluation(scenario, parallelEpisodes)
                    .evaluate(chosen.on(scenario, settings), () -> false, result -> {}));
        } finally {
            delete(made);
        }
    }

    private static String scenarioName(String map) {
        return map.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static AtscDefinition withoutTeleports(AtscDefinition definition) {
        Timing timing = definition.timing();
        return definition.with(new Timing(
                timing.decisionSeconds(),
                timing.transitionSeconds(),
                timing.decisions(),
                timing.stepSeconds(),
                NO_TELEPORTS,
                timing.beginSeconds(),
                timing.allRedSeconds()));
    }

    private static Map<String, ConfidenceInterval> byController(List<EpisodeResult> results) {
        Map<String, List<Double>> delays = new LinkedHashMap<>();
        results.forEach(result -> delays.computeIfAbsent(result.controller(), name -> new ArrayList<>())
                .add(Objects.requireNonNull(result.metrics().get(Metric.DELAY), "no delay was measured")));
        Map<String, ConfidenceInterval> intervals = new LinkedHashMap<>();
        delays.forEach((controller, values) -> intervals.put(controller, ConfidenceInterval.of(values)));
        return intervals;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("clearway-resco-");
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot create a temporary folder", failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("Cannot delete " + folder, left);
        }
    }
}
