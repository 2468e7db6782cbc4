package io.clearway.scenario.flow;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.EpisodicEnvironment;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.ScenarioHash;
import io.clearway.scenario.SimulatedScenario;
import io.clearway.scenario.TracedScenario;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Vehicles on a closed road, from a definition. Safe for many threads. */
public final class FlowScenario implements SimulatedScenario, TracedScenario {
    private final FlowDefinition definition;
    private final TrafficSimulator simulator;
    private final Map<String, FlowRules.Rule> rules;

    /**
     * @param definition what the problem is
     * @param simulator compiles its network and runs its traffic
     */
    public FlowScenario(FlowDefinition definition, TrafficSimulator simulator) {
        this.definition = definition;
        this.simulator = simulator;
        this.rules = FlowRules.of(definition);
    }

    @Override
    public String name() {
        return definition.identity().name();
    }

    @Override
    public String description() {
        return definition.identity().description();
    }

    @Override
    public String origin() {
        return definition.identity().origin();
    }

    @Override
    public FlowSettings defaults() {
        return FlowSettings.defaults(definition);
    }

    /** The problem as its paper has it. */
    FlowSettings paper() {
        return FlowSettings.paper(definition);
    }

    @Override
    public String hash() {
        String facts = String.join(
                "\n",
                simulator.compile(definition.network()).sha256(),
                definition.lanes().toString(),
                definition.length().toString(),
                definition.traffic().toString(),
                definition.goal().toString());
        return ScenarioHash.of(facts);
    }

    @Override
    public double decisionSeconds() {
        return FlowDefinition.STEP_SECONDS;
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return problem(settings).graph();
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return problem(settings).agents();
    }

    @Override
    public int horizon(Settings settings) {
        return settings.over(defaults()).task().decisions();
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        Map<String, ControllerSource> sources = new TreeMap<>();
        rules.forEach((name, rule) -> sources.put(name, rule.source()));
        return sources;
    }

    @Override
    public String reference() {
        return definition.rules().reference();
    }

    @Override
    public Settings settingsFor(String rule, Settings given) {
        FlowRules.Rule found = rules.get(rule);
        if (found == null) {
            throw new InvalidSetting("controller", rule, "give one of " + String.join(", ", rules.keySet()));
        }
        return new Settings(Settings.asMap(given.over(defaults()).forRule(found.control())));
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        FlowProblem problem = problem(settings);
        return new EpisodicEnvironment(
                problem.graph(),
                problem.agents(),
                problem.settings().task().decisions(),
                simulator::version,
                seed -> new FlowEpisode(problem, simulator, seed));
    }

    @Override
    public SimulationSetup setup(Settings settings, long seed) {
        return problem(settings).start(simulator, seed).setup();
    }

    private FlowProblem problem(Settings settings) {
        return new FlowProblem(definition, settings.over(defaults()));
    }
}
