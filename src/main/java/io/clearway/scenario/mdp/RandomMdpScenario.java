package io.clearway.scenario.mdp;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.EpisodicEnvironment;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.ScenarioHash;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The random MDPs of Li and Jia (Section V): every agent sees the whole state, all share one reward. */
public final class RandomMdpScenario implements Scenario {
    private final MdpRules rules = new MdpRules();

    @Override
    public String name() {
        return "random-mdp";
    }

    @Override
    public String description() {
        return "4 agents in a finite MDP drawn at random, which all of them observe (Li and Jia); no traffic";
    }

    @Override
    public String origin() {
        return "drawn from the setting 'seed' by the paper's recipe; Apache-2.0";
    }

    @Override
    public MdpSettings defaults() {
        return MdpSettings.DEFAULTS;
    }

    @Override
    public String hash() {
        RandomMdp first = new MdpProblem(new MdpSize(2, 2, 2), 1, 0, false).draw();
        String facts = "random-mdp\nMdpSettings[" + defaultsAsText() + "]\n" + first.probability(0, 0, 0) + "\n"
                + first.probability(1, 3, 1) + "\n" + first.reward(1, 3);
        return ScenarioHash.of(facts);
    }

    private static String defaultsAsText() {
        return Settings.asMap(MdpSettings.DEFAULTS).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return graph(settings.over(defaults()));
    }

    private static AgentGraph graph(MdpSettings settings) {
        return settings.graph().among(settings.central() ? 1 : settings.size().agents());
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return agents(settings.over(defaults()));
    }

    private static List<AgentSpec> agents(MdpSettings settings) {
        int actions = settings.central()
                ? (int) Math.round(
                        Math.pow(settings.size().actions(), settings.size().agents()))
                : settings.size().actions();
        return graph(settings).agents().stream()
                .map(agent -> new AgentSpec(agent, settings.size().states(), actions))
                .toList();
    }

    @Override
    public int horizon(Settings settings) {
        return settings.over(defaults()).horizon();
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        return rules.all();
    }

    @Override
    public String reference() {
        return MdpRules.OPTIMUM;
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        MdpSettings chosen = settings.over(defaults());
        MdpProblem problem = chosen.problem();
        RandomMdp mdp = problem.draw();
        return new EpisodicEnvironment(
                graph(chosen),
                agents(chosen),
                chosen.horizon(),
                () -> EpisodicEnvironment.NO_SIMULATOR,
                seed -> new RandomMdpEpisode(problem, mdp, seed));
    }
}
