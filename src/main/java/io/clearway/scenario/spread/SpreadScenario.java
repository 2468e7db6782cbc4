package io.clearway.scenario.spread;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.EpisodicEnvironment;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.ScenarioHash;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Simple spread as Li and Jia changed it: each agent has its own target and all know which. */
public final class SpreadScenario implements Scenario {
    @Override
    public String name() {
        return "simple-spread";
    }

    @Override
    public String description() {
        return "point agents move to targets of their own without touching (Lowe et al. 2017; Li and Jia)";
    }

    @Override
    public String origin() {
        return "written for Clearway from the facts in the paper and the published code (MIT); Apache-2.0";
    }

    @Override
    public SpreadSettings defaults() {
        return SpreadSettings.DEFAULTS;
    }

    @Override
    public String hash() {
        Particles first = Particles.drawn(2, new SplittableRandom(1));
        first.advance(new double[] {1, 0, 0, 1});
        return ScenarioHash.of(
                name(),
                defaults().toString(),
                first.position(0, 0) + " " + first.position(1, 1),
                Forces.SPACE.toString());
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return graph(settings.over(defaults()));
    }

    private static AgentGraph graph(SpreadSettings settings) {
        List<String> names = names(settings);
        List<AgentGraph.Link> links = new ArrayList<>();
        for (int one = 0; one < names.size(); one++) {
            for (int other = one + 1; other < names.size(); other++) {
                boolean next = other - one == 1 || other - one == names.size() - 1;
                if (next || settings.links() == SpreadSettings.Links.COMPLETE) {
                    links.add(new AgentGraph.Link(names.get(one), names.get(other)));
                }
            }
        }
        return new AgentGraph(names, links);
    }

    private static List<String> names(SpreadSettings settings) {
        return IntStream.rangeClosed(1, settings.agents())
                .mapToObj(number -> "agent-" + number)
                .toList();
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return agents(settings.over(defaults()));
    }

    private static List<AgentSpec> agents(SpreadSettings settings) {
        return names(settings).stream()
                .map(agent -> new AgentSpec(agent, SpreadEpisode.OBSERVED_PER_AGENT * settings.agents(), Forces.SPACE))
                .toList();
    }

    @Override
    public int globalSize(Settings settings) {
        return SpreadEpisode.OBSERVED_PER_AGENT * settings.over(defaults()).agents();
    }

    @Override
    public int horizon(Settings settings) {
        return settings.over(defaults()).horizon();
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        return SpreadRules.all();
    }

    @Override
    public String reference() {
        return SpreadRules.DAMPED;
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        SpreadSettings chosen = settings.over(defaults());
        return new EpisodicEnvironment(
                graph(chosen),
                agents(chosen),
                chosen.horizon(),
                () -> EpisodicEnvironment.NO_SIMULATOR,
                seed -> new SpreadEpisode(Particles.drawn(chosen.agents(), new SplittableRandom(seed)), names(chosen)));
    }
}
