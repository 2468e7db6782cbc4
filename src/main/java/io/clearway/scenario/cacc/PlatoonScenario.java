package io.clearway.scenario.cacc;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.EpisodicEnvironment;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.ScenarioHash;
import io.clearway.scenario.TracedScenario;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Cooperative adaptive cruise control of a platoon (Chu et al. 2020; Ma et al. 2024, "CACC"). No simulator takes part.
 */
public final class PlatoonScenario implements TracedScenario {
    private static final String ORIGIN = "written for Clearway from the facts in both papers; Apache-2.0";

    private final String name;
    private final String description;
    private final Maneuver maneuver;

    private PlatoonScenario(String name, String description, Maneuver maneuver) {
        this.name = name;
        this.description = description;
        this.maneuver = maneuver;
    }

    /** The platoon has to close up to the car ahead. */
    public static PlatoonScenario catchUp() {
        return new PlatoonScenario(
                "catch-up",
                "8 vehicles close up to the car ahead of them (Chu et al. 2020; Ma et al. 2024)",
                Maneuver.catchUp());
    }

    /** The platoon has to slow down with the car ahead. */
    public static PlatoonScenario slowDown() {
        return new PlatoonScenario(
                "slow-down",
                "8 vehicles slow down behind the car ahead of them (Chu et al. 2020; Ma et al. 2024)",
                Maneuver.slowDown());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String origin() {
        return ORIGIN;
    }

    @Override
    public PlatoonSettings defaults() {
        return PlatoonSettings.DEFAULTS;
    }

    @Override
    public String hash() {
        String facts = name + "\n" + Platoon.facts() + "\n" + PlatoonRules.ACTIONS + "\n" + maneuver.lowest() + " "
                + maneuver.highest() + "\n" + PlatoonEpisode.HORIZON;
        return ScenarioHash.of(facts);
    }

    @Override
    public double decisionSeconds() {
        return Platoon.STEP_SECONDS;
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return path(settings.over(defaults()).vehicles());
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return agents(graph(settings));
    }

    @Override
    public int horizon(Settings settings) {
        return PlatoonEpisode.HORIZON;
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        return PlatoonRules.all();
    }

    @Override
    public String reference() {
        return PlatoonRules.BOTH;
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        PlatoonSettings chosen = settings.over(defaults());
        Starts starts = Starts.of(chosen, maneuver);
        AgentGraph path = path(chosen.vehicles());
        return new EpisodicEnvironment(
                path,
                agents(path),
                PlatoonEpisode.HORIZON,
                () -> EpisodicEnvironment.NO_SIMULATOR,
                seed -> new PlatoonEpisode(maneuver, chosen, starts.of(seed)));
    }

    /** Each vehicle is connected to the one in front and the one behind. */
    private static AgentGraph path(int vehicles) {
        List<String> names = IntStream.rangeClosed(1, vehicles)
                .mapToObj(number -> "vehicle-" + number)
                .toList();
        List<AgentGraph.Link> links = new ArrayList<>();
        for (int behind = 1; behind < vehicles; behind++) {
            links.add(new AgentGraph.Link(names.get(behind - 1), names.get(behind)));
        }
        return new AgentGraph(names, links);
    }

    private static List<AgentSpec> agents(AgentGraph path) {
        return path.agents().stream()
                .map(vehicle -> new AgentSpec(vehicle, Platoon.OBSERVED, PlatoonRules.ACTIONS.size()))
                .toList();
    }
}
