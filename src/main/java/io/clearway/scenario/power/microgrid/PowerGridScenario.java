package io.clearway.scenario.power.microgrid;

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
import java.util.stream.IntStream;

/**
 * Secondary voltage control of an islanded microgrid (Chen et al. 2020, PowerNet; Ma et al. 2024, Fig. 6a and 6c): an
 * agent for each inverter.
 */
public final class PowerGridScenario implements Scenario {
    private static final String ORIGIN =
            "written for Clearway from the equations and line data in the papers; Apache-2.0";

    private final String name;
    private final Microgrid grid;

    private PowerGridScenario(String name, Microgrid grid) {
        this.name = name;
        this.grid = grid;
    }

    /** 20 inverters on one feeder. */
    public static PowerGridScenario ofTwenty() {
        return new PowerGridScenario("power-grid-20", Microgrid.ofTwenty());
    }

    /** 40 inverters on two feeders. */
    public static PowerGridScenario ofForty() {
        return new PowerGridScenario("power-grid-40", Microgrid.ofForty());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return "%d inverters of an islanded microgrid keep their voltages (Chen et al. 2020; Ma et al. 2024)"
                .formatted(grid.size());
    }

    @Override
    public String origin() {
        return ORIGIN;
    }

    @Override
    public MicrogridSettings defaults() {
        return MicrogridSettings.DEFAULTS;
    }

    @Override
    public String hash() {
        return ScenarioHash.of(name, grid.toString(), String.valueOf(MicrogridEpisode.HORIZON));
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return graph();
    }

    /** Inverters whose buses a line joins are connected. */
    private AgentGraph graph() {
        List<String> names = names();
        List<AgentGraph.Link> links = grid.lines().stream()
                .map(line -> new AgentGraph.Link(names.get(line.from()), names.get(line.to())))
                .toList();
        return new AgentGraph(names, links);
    }

    private List<String> names() {
        return IntStream.rangeClosed(1, grid.size())
                .mapToObj(number -> "inverter-" + number)
                .toList();
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return agents(settings.over(defaults()));
    }

    private List<AgentSpec> agents(MicrogridSettings settings) {
        return names().stream()
                .map(inverter ->
                        new AgentSpec(inverter, MicrogridEpisode.OBSERVED, SetPoints.space(settings.actions())))
                .toList();
    }

    @Override
    public int horizon(Settings settings) {
        settings.over(defaults());
        return MicrogridEpisode.HORIZON;
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        return MicrogridRules.all();
    }

    @Override
    public String reference() {
        return MicrogridRules.PROPORTIONAL;
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        MicrogridSettings chosen = settings.over(defaults());
        return new EpisodicEnvironment(
                graph(),
                agents(chosen),
                MicrogridEpisode.HORIZON,
                () -> EpisodicEnvironment.NO_SIMULATOR,
                seed -> new MicrogridEpisode(grid, names(), chosen, seed));
    }
}
