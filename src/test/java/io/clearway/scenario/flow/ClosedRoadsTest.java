package io.clearway.scenario.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.network.ActionSpace;
import io.clearway.network.AgentGraph;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand.Placed;
import io.clearway.simulation.TrafficDemand.PlacedVehicle;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The closed roads as drawn and as SUMO builds them. */
class ClosedRoadsTest {
    private static final Path NETWORKS = Path.of("sumo-networks");
    private static final FlowDefinition RING = ClosedRoads.ring(NETWORKS);
    private static final FlowDefinition RING_2022 = ClosedRoads.ring2022(NETWORKS);
    private static final FlowDefinition EIGHT = ClosedRoads.figureEight(NETWORKS);

    @Test
    void theFilesAreThoseThatTheGeometryDraws() throws IOException {
        for (Map.Entry<String, Map<String, String>> scenario :
                ClosedRoadsPlan.files().entrySet()) {
            for (Map.Entry<String, String> file : scenario.getValue().entrySet()) {
                assertThat(Files.readString(NETWORKS.resolve(scenario.getKey()).resolve(file.getKey())))
                        .as(file.getKey())
                        .isEqualTo(file.getValue());
            }
        }
    }

    @Test
    void theWaysHaveThePublishedLengths() {
        assertThat(episode(RING, 1).circuit().length()).isEqualTo(260.4, within(0.01));
        assertThat(episode(RING, 1).circuit().roadLength()).isEqualTo(260, within(0.01));
        assertThat(episode(EIGHT, 1).circuit().length()).isEqualTo(421.9, within(0.05));
        assertThat(episode(EIGHT, 1).circuit().roadLength()).isEqualTo(402.74, within(0.01));
    }

    @Test
    void theRingOf2022HasAnotherLengthForEachSeed() {
        List<Double> lengths = LongStream.range(0, 12)
                .mapToObj(seed -> episode(RING_2022, seed).circuit().roadLength())
                .toList();
        assertThat(lengths).allSatisfy(meters -> assertThat(meters).isBetween(219.9, 270.1));
        assertThat(lengths.stream().distinct().count()).isGreaterThan(6);
        assertThat(episode(RING_2022, 3).circuit().roadLength()).isEqualTo(lengths.get(3));
    }

    @Test
    void vehiclesStandAtEqualDistancesOfTheRoadInTheOrderOfTheAgents() {
        SimulationSetup setup = episode(RING, 1).setup();
        List<PlacedVehicle> vehicles = ((Placed) setup.demand()).vehicles();
        assertThat(vehicles).extracting(PlacedVehicle::id).startsWith("vehicle-1", "vehicle-2", "vehicle-3");
        assertThat(vehicles.get(0).positionMeters()).isZero();
        assertThat(vehicles.get(5).positionMeters()).isEqualTo(5 * 260 / 22.0, within(1e-9));
        assertThat(vehicles.get(6).positionMeters()).isEqualTo(6 * 260 / 22.0 - 65, within(1e-9));
        assertThat(vehicles.get(6).circuit()).containsExactly("right", "top", "left", "bottom");
        assertThat(setup.options().stepSeconds()).isEqualTo(0.1);
        assertThat(setup.options().teleportSeconds()).isNegative();
    }

    @Test
    void scatteredVehiclesKeepTheirOrderAndTheirDistance() {
        FlowScenario scenario = scenario(RING);
        requireSumo();
        Placed demand =
                (Placed) scenario.setup(new Settings(Map.of("scatter", 1.0)), 5).demand();
        double before = demand.vehicles().get(0).positionMeters();
        for (PlacedVehicle vehicle : demand.vehicles().subList(1, 5)) {
            assertThat(vehicle.positionMeters() - before).isBetween(7.5, 16.2);
            before = vehicle.positionMeters();
        }
    }

    @Test
    void theGraphIsACycleInDrivingOrder() {
        FlowScenario scenario = scenario(EIGHT);
        AgentGraph graph = scenario.graph(Settings.none());
        assertThat(graph.size()).isEqualTo(14);
        assertThat(graph.edges()).hasSize(14);
        assertThat(graph.neighbors(0)).containsExactlyInAnyOrder(1, 13);
        assertThat(scenario.agents(new Settings(Settings.asMap(scenario.paper()))))
                .allSatisfy(agent -> {
                    assertThat(agent.observationSize()).isEqualTo(2);
                    assertThat(agent.space()).isEqualTo(ActionSpace.Box.of(-3, 3));
                });
        assertThat(scenario(RING_2022).agents(Settings.none()).get(0).space()).isEqualTo(ActionSpace.Box.of(-1, 1));
    }

    @Test
    void settingsChangeTheProblem() {
        FlowScenario scenario = scenario(RING);
        Settings given = new Settings(Map.of("vehicles", 10, "decisions", 50, "acceleration", 2.0));
        assertThat(scenario.agents(given))
                .hasSize(10)
                .allSatisfy(agent -> assertThat(agent.space()).isEqualTo(ActionSpace.Box.of(-2, 2)));
        assertThat(scenario.horizon(given)).isEqualTo(50);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        requireRefused("vehicles", 35, "34 at most");
        requireRefused("vehicles", 2, "from 3");
        requireRefused("decisions", 0, "from 1");
        requireRefused("targetSpeed", 0.0, "above 0");
        requireRefused("targetSpeed", 31.0, "up to 30");
        requireRefused("acceleration", -1.0, "above 0");
        requireRefused("scatter", 1.5, "from 0 to 1");
        requireRefused("observation", "radar", "paper, full");
        requireRefused("reward", "speed", "paper, score");
        requireRefused("control", "nobody", "agents, drivers");
        requireRefused("checks", "none", "safe-speed, right-of-way, all");
    }

    private static void requireRefused(String field, Object value, String mend) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> scenario(RING).agents(new Settings(Map.of(field, value))))
                .satisfies(complaint -> {
                    assertThat(complaint.field()).isEqualTo(field);
                    assertThat(complaint.hint()).contains(mend);
                });
    }

    private static FlowProblem.Start episode(FlowDefinition definition, long seed) {
        SumoSimulator simulator = requireSumo();
        return new FlowProblem(definition, FlowSettings.paper(definition)).start(simulator, seed);
    }

    private static FlowScenario scenario(FlowDefinition definition) {
        return new FlowScenario(definition, sumo());
    }

    static SumoSimulator requireSumo() {
        SumoSimulator simulator = sumo();
        try {
            assertThat(simulator.version()).startsWith("SUMO ");
        } catch (SimulationException missing) {
            assumeTrue(false, "SUMO is not installed: " + missing.getMessage());
        }
        return simulator;
    }

    private static SumoSimulator sumo() {
        return new SumoSimulator(System.getenv(), Path.of("target", "test-networks"), TimeLimits.defaults());
    }
}
