package io.clearway.scenario.atsc;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.MeasuredEnvironment;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A signal-control problem from its definition. Its network is compiled when first needed. Safe for many threads. */
public final class SignalScenario implements LiveScenario {
    private final AtscDefinition definition;
    private final TrafficSimulator simulator;
    private final AgentGraph graph;
    private final Map<String, SignalRules.Rule> rules;
    private @Nullable SignalProblem problem;

    /**
     * @param definition what the problem is
     * @param simulator compiles its network and runs its traffic
     */
    public SignalScenario(AtscDefinition definition, TrafficSimulator simulator) {
        this.definition = definition;
        this.simulator = simulator;
        this.graph = new AgentGraph(
                definition.signals().stream().map(AtscDefinition.Signal::id).toList(), definition.neighbors());
        this.rules = SignalRules.of(() -> network().signals(), definition.timing());
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public String description() {
        return definition.description();
    }

    @Override
    public String origin() {
        return definition.origin();
    }

    @Override
    public AtscSettings defaults() {
        return AtscSettings.defaults(definition.timing(), definition.measures().sensors());
    }

    /** What the problem is. */
    public AtscDefinition definition() {
        return definition;
    }

    /** Its signals in its network. */
    public SignalNetwork network() {
        return problem().network();
    }

    @Override
    public String hash() {
        MessageDigest digest = sha256();
        digest.update(network().compiled().sha256().getBytes(StandardCharsets.UTF_8));
        for (Path file : definition.demand().files()) {
            try {
                // one digest per file, so that bytes cannot wander from one file to the next unseen
                digest.update(sha256().digest(Files.readAllBytes(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Demand file %s cannot be read".formatted(file), unreadable);
            }
        }
        digest.update(DefinitionWriter.canonical(definition).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return graph;
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return problem().agents(over(settings));
    }

    @Override
    public int horizon(Settings settings) {
        return definition.timing().decisions();
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        Map<String, ControllerSource> sources = new TreeMap<>();
        rules.forEach((name, rule) -> sources.put(name, rule.source()));
        return sources;
    }

    @Override
    public List<String> baselines() {
        return SignalRules.BASELINES;
    }

    @Override
    public String reference() {
        return SignalRules.MAX_PRESSURE;
    }

    @Override
    public Settings settingsFor(String rule, Settings given) {
        SignalRules.Rule found = rules.get(rule);
        if (found == null) {
            throw new InvalidSetting("controller", rule, "give one of " + String.join(", ", rules.keySet()));
        }
        return new Settings(Settings.asMap(over(given).forRule(found.control(), definition.timing())));
    }

    @Override
    public MeasuredEnvironment open(Settings settings, Recording recording) {
        return new SignalEnvironment(problem(), over(settings), recording, simulator);
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
        chosen.requireFit(definition.timing());
        return chosen;
    }

    private synchronized SignalProblem problem() {
        SignalProblem known = problem;
        if (known == null) {
            known = new SignalProblem(
                    definition,
                    SignalNetwork.of(definition, graph, simulator.compile(definition.network())),
                    Demand.of(definition.demand()));
            problem = known;
        }
        return known;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
