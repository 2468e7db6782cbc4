package io.clearway.scenario.atsc;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.EpisodeRecords;
import io.clearway.scenario.EpisodicEnvironment;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.RecordedScenario;
import io.clearway.scenario.atsc.benchmark.MonacoMost;
import io.clearway.scenario.atsc.control.SignalRules;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.definition.DefinitionWriter;
import io.clearway.scenario.atsc.definition.Demand;
import io.clearway.scenario.atsc.network.SignalNetwork;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A signal-control problem from its definition. Its network is compiled when first needed. Safe for many threads. */
public final class SignalScenario implements LiveScenario, RecordedScenario {
    private final AtscDefinition outline;
    private final Supplier<AtscDefinition> source;
    private final TrafficSimulator simulator;
    private final Map<String, SignalRules.Rule> rules;
    private @Nullable SignalProblem problem;
    private @Nullable AtscDefinition known;

    /**
     * @param definition what the problem is
     * @param simulator compiles its network and runs its traffic
     */
    public SignalScenario(AtscDefinition definition, TrafficSimulator simulator) {
        this(definition, () -> definition, simulator);
    }

    /**
     * The published Monaco, whose files are in a folder of the user or are missing: then opening it fails with an
     * explanation.
     */
    public static SignalScenario monacoMost(Path folder, TrafficSimulator simulator) {
        return new SignalScenario(MonacoMost.outline(folder), () -> MonacoMost.read(folder), simulator);
    }

    private SignalScenario(AtscDefinition outline, Supplier<AtscDefinition> source, TrafficSimulator simulator) {
        this.outline = outline;
        this.source = source;
        this.simulator = simulator;
        this.rules = SignalRules.of(outline.timing());
    }

    @Override
    public String name() {
        return outline.name();
    }

    @Override
    public String description() {
        return outline.identity().description();
    }

    @Override
    public String origin() {
        return outline.identity().origin();
    }

    @Override
    public AtscSettings defaults() {
        return AtscSettings.defaults(outline.timing(), outline.detectors().sensors())
                .withStageRule(outline.reference());
    }

    /** What the problem is. */
    public synchronized AtscDefinition definition() {
        AtscDefinition read = known;
        if (read == null) {
            read = source.get();
            known = read;
        }
        return read;
    }

    /** Its signals in its network. */
    public SignalNetwork network() {
        return problem().network();
    }

    @Override
    public String hash() {
        MessageDigest digest = sha256();
        digest.update(network().compiled().sha256().getBytes(StandardCharsets.UTF_8));
        List<Path> files = new ArrayList<>(definition().demand().files());
        definition().timingSheet().ifPresent(files::add);
        for (Path file : files) {
            try {
                // one digest per file, so that bytes cannot wander from one file to the next unseen
                digest.update(sha256().digest(Files.readAllBytes(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("File %s of the scenario cannot be read".formatted(file), unreadable);
            }
        }
        digest.update(DefinitionWriter.canonical(definition()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return definition().graph();
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return problem().agents(over(settings));
    }

    @Override
    public int horizon(Settings settings) {
        over(settings);
        return outline.timing().decisions();
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        Map<String, ControllerSource> sources = new TreeMap<>();
        rules.forEach((name, rule) -> sources.put(name, rule.source()));
        return sources;
    }

    @Override
    public List<String> baselines() {
        return SignalRules.baselines(reference());
    }

    @Override
    public String reference() {
        return outline.reference().ruleName();
    }

    @Override
    public Settings settingsFor(String rule, Settings given) {
        SignalRules.Rule found = rules.get(rule);
        if (found == null) {
            throw new InvalidSetting("controller", rule, "give one of " + String.join(", ", rules.keySet()));
        }
        return new Settings(Settings.asMap(over(given).forRule(found.control(), outline.timing())));
    }

    @Override
    public Settings transferred(Settings learnedUnder) {
        Map<String, Object> kept = new TreeMap<>(learnedUnder.values());
        kept.keySet().retainAll(AtscSettings.OF_POLICIES);
        return new Settings(kept);
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        return open(new SignalTask(problem(), over(settings), recording), (setup, seed) -> EpisodeObserver.NONE);
    }

    @Override
    public MeasuredEnvironment openRecorded(Settings settings, EpisodeRecords records) {
        SignalTask task = new SignalTask(problem(), over(settings), SamplingMode.EVERY_SECOND);
        return open(task, (setup, seed) -> observers(task, records, setup, seed));
    }

    private EpisodeObserver observers(SignalTask task, EpisodeRecords records, SimulationSetup setup, long seed) {
        List<EpisodeObserver> all = new ArrayList<>();
        try {
            addObservers(all, task, records, setup, seed);
        } catch (RuntimeException refused) {
            // what was opened for the first ones has no other owner
            new EpisodeObservers(all).close();
            throw refused;
        }
        return new EpisodeObservers(all);
    }

    private void addObservers(
            List<EpisodeObserver> all, SignalTask task, EpisodeRecords records, SimulationSetup setup, long seed) {
        records.targets()
                .corridor()
                .ifPresent(corridor -> all.add(new EpisodeCorridor(
                        problem(),
                        corridor.given(),
                        EpisodeRecords.corridorOf(corridor.folder(), records.controller(), seed))));
        records.traces(seed)
                .ifPresent(file -> all.add(new EpisodeTraces(
                        file, task.timing().beginSeconds(), task.timing().stepSeconds())));
        if (records.targets().stops()) {
            all.add(new EpisodeStops(problem().network()));
        }
        records.events()
                .ifPresent(target -> all.add(EpisodeEvents.of(problem(), task.settings(), target, setup, seed)));
    }

    private MeasuredEnvironment open(SignalTask task, EpisodeObserver.Source observers) {
        return new EpisodicEnvironment(
                problem().network().graph(),
                problem().agents(task.settings()),
                task.timing().decisions(),
                simulator::version,
                seed -> new SignalEpisode(task, simulator, observers, seed));
    }

    @Override
    public LiveInterface live(Settings settings) {
        return new LiveSignals(problem(), over(settings));
    }

    @Override
    public SimulationSetup setup(Settings settings, long seed) {
        return problem().setup(over(settings), seed);
    }

    private AtscSettings over(Settings settings) {
        AtscSettings chosen = settings.over(defaults());
        chosen.requireFit(outline.timing());
        outline.demand().requireKnown(chosen.traffic().demandLevel());
        return chosen;
    }

    private synchronized SignalProblem problem() {
        SignalProblem built = problem;
        if (built == null) {
            AtscDefinition definition = definition();
            built = new SignalProblem(
                    definition,
                    SignalNetwork.of(definition, definition.graph(), simulator.compile(definition.network())),
                    definition.demand().each(Demand::of));
            problem = built;
        }
        return built;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
