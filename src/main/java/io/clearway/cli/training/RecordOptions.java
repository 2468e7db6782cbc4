package io.clearway.cli.training;

import io.clearway.scenario.EpisodeRecords;
import io.clearway.scenario.EpisodeRecords.Corridor;
import io.clearway.scenario.EpisodeRecords.Targets;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.RecordedScenario;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.TracedEnvironment;
import io.clearway.scenario.TracedScenario;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.Evaluation;
import io.clearway.training.Evaluation.HeldOutEpisode;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is written of episodes beside their figures. */
final class RecordOptions {
    private static final String NO_NETWORK = "leave it out: %s is no single network of traffic signals";

    @Option(
            names = "--events",
            paramLabel = "FOLDER",
            description =
                    "Write what every signal and detector does into this folder, one event log for each controller"
                            + " and seed; 'clearway atspm' reads it.")
    private @Nullable Path events;

    @Option(
            names = "--traces",
            paramLabel = "FOLDER",
            description = "Write what vehicles, or the network, do over time into this folder: CSV for each controller"
                    + " and seed, and traces.html.")
    private @Nullable Path traces;

    @Option(
            names = "--corridor",
            paramLabel = "IDS|FILE",
            description = "Measure travel along this corridor: ids of signals (or roads) in the order of driving, with"
                    + " commas between them, or a YAML file.")
    private @Nullable String corridor;

    @Option(
            names = "--corridor-out",
            paramLabel = "FOLDER",
            defaultValue = "corridor",
            description = "Folder of the corridor's report, time-space diagram and CSV. Default: corridor.")
    private Path corridorFolder;

    @Option(
            names = "--stops",
            description = "Count stops at signals, down to single movements, for --json; SUMO then takes longer.")
    private boolean stops;

    /** What is written, and where. */
    Targets targets() {
        return new Targets(
                Optional.ofNullable(events),
                Optional.ofNullable(traces),
                Optional.ofNullable(corridor).map(given -> new Corridor(given, corridorFolder)),
                stops);
    }

    /** An evaluation that writes it. */
    Evaluation evaluation(Scenario problem, String name, int parallelEpisodes) {
        Targets targets = targets();
        return targets.isEmpty()
                ? new Evaluation(problem, parallelEpisodes)
                : new Evaluation(problem, parallelEpisodes, episode -> open(problem, name, episode));
    }

    private MeasuredEnvironment open(Scenario problem, String name, HeldOutEpisode episode) {
        Targets targets = targets();
        EpisodeRecords records = new EpisodeRecords(name, episode.controller(), targets);
        if (problem instanceof RecordedScenario signals) {
            return signals.openRecorded(episode.settings(), records);
        }
        if (targets.events().isPresent()) {
            throw new InvalidSetting("--events", String.valueOf(events), NO_NETWORK.formatted(name));
        }
        if (targets.corridor().isPresent()) {
            throw new InvalidSetting("--corridor", String.valueOf(corridor), NO_NETWORK.formatted(name));
        }
        if (targets.stops()) {
            throw new InvalidSetting("--stops", "true", NO_NETWORK.formatted(name));
        }
        if (problem instanceof TracedScenario vehicles) {
            Path folder = targets.traces().orElseThrow();
            return new TracedEnvironment(
                    problem.open(episode.settings(), SamplingMode.EVERY_SECOND),
                    vehicles.decisionSeconds(),
                    seed -> EpisodeRecords.tracesOf(folder, episode.controller(), seed));
        }
        throw new InvalidSetting(
                "--traces", String.valueOf(traces), "leave it out: in %s nothing moves over time".formatted(name));
    }
}
