package io.clearway.scenario.power.distribution;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.EpisodicEnvironment;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.ScenarioHash;
import io.clearway.scenario.power.feeder.FeederFiles;
import io.clearway.scenario.power.feeder.RandomFeeder;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;

/**
 * Active voltage control of distribution networks (Wang et al. 2021, MAPDN; Ma et al. 2024, "Real Power-Net"): an agent
 * for each zone chooses the reactive powers of its photovoltaic inverters.
 */
public final class PowerNetScenario implements Scenario {
    private final String name;
    private final String origin;
    private final PowerNet net;
    private final PowerNetSettings defaults;

    private PowerNetScenario(String name, String origin, PowerNet net, PowerNetSettings defaults) {
        this.name = name;
        this.origin = origin;
        this.net = net;
        this.defaults = defaults;
    }

    /** All of them. */
    public static List<Scenario> all() {
        return List.of(ofCaracas(), ofRural(), ofMany());
    }

    /** 141 buses in 9 zones: the published feeder. */
    static PowerNetScenario ofCaracas() {
        return new PowerNetScenario(
                "power-net-141",
                "feeder of Khodr et al. 2008 as corrected in MATPOWER's case141 (public data); zones, sites, loads and"
                        + " sun written for Clearway, Apache-2.0",
                PowerNet.of(FeederFiles.caracas(), 9, 22, 20, 80),
                PowerNetSettings.with(0.6, Barrier.BOWL));
    }

    /** 322 buses in 22 zones: a feeder of our own. */
    static PowerNetScenario ofRural() {
        return new PowerNetScenario(
                "power-net-322",
                OWN,
                PowerNet.of(new RandomFeeder(322, 337, 1.5, 4.16, 0.4, 322).make(), 22, 38, 1.5, 3.75),
                PowerNetSettings.with(0.8, Barrier.L2));
    }

    /** 421 buses in 199 zones: a feeder of our own. */
    static PowerNetScenario ofMany() {
        return new PowerNetScenario(
                "power-net-421",
                OWN,
                PowerNet.of(new RandomFeeder(421, 63, 5, 12.47, 0.8, 421).make(), 199, 400, 5, 12.5),
                PowerNetSettings.with(0.6, Barrier.L2));
    }

    private static final String OWN =
            "feeder drawn by a fixed seed, with the published counts of buses, zones and inverters; Apache-2.0";

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return "%d inverters in %d zones of a feeder with %d buses keep voltages in the band (Wang et al. 2021)"
                .formatted(net.inverters(), net.zoneCount(), net.feeder().buses());
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public PowerNetSettings defaults() {
        return defaults;
    }

    @Override
    public String hash() {
        Profiles first = new Profiles(1, 1, true, 1);
        return ScenarioHash.of(
                name, net.toString(), first.loads()[0] + " " + first.sun()[0], String.valueOf(PowerNetEpisode.HORIZON));
    }

    private AgentLayout layout(Settings settings) {
        return new AgentLayout(net, settings.over(defaults));
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return layout(settings).graph();
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return layout(settings).specs();
    }

    @Override
    public int horizon(Settings settings) {
        settings.over(defaults);
        return PowerNetEpisode.HORIZON;
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        return PowerNetRules.all(net);
    }

    @Override
    public String reference() {
        return PowerNetRules.OPTIMAL;
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        PowerNetSettings chosen = settings.over(defaults);
        AgentLayout layout = new AgentLayout(net, chosen);
        return new EpisodicEnvironment(
                layout.graph(),
                layout.specs(),
                PowerNetEpisode.HORIZON,
                () -> EpisodicEnvironment.NO_SIMULATOR,
                seed -> new PowerNetEpisode(net, chosen, layout, seed));
    }
}
