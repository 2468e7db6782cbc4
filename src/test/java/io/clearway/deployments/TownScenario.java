package io.clearway.deployments;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationSetup;
import java.util.List;
import java.util.Map;

/** The town of signals "a" and "b" as a scenario that can only be driven live. */
public final class TownScenario implements LiveScenario {
    /** It has none. */
    public record NoSettings() {}

    @Override
    public String name() {
        return "town";
    }

    @Override
    public String description() {
        return "Two signals, for tests";
    }

    @Override
    public String origin() {
        return "made up for tests";
    }

    @Override
    public String reference() {
        return "hold";
    }

    @Override
    public Record defaults() {
        return new NoSettings();
    }

    @Override
    public String hash() {
        return "town";
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return new AgentGraph(List.of("a", "b"), List.of(new AgentGraph.Link("a", "b")));
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return List.of(new AgentSpec("a", 1, 4), new AgentSpec("b", 1, 4));
    }

    @Override
    public int horizon(Settings settings) {
        return 20;
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        return Map.of(
                "hold", seed -> observation -> JointAction.of(0, 0),
                "broken",
                        seed -> observation -> {
                            throw new IllegalStateException("weights are not finite");
                        },
                "half", seed -> observation -> JointAction.of(1, 99));
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LiveInterface live(Settings settings) {
        settings.over(defaults());
        return new FakeTown(0, "a", "b");
    }

    @Override
    public SimulationSetup setup(Settings settings, long seed) {
        throw new UnsupportedOperationException();
    }
}
