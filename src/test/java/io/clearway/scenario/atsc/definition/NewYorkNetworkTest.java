package io.clearway.scenario.atsc.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.atsc.ListeningSimulator;
import io.clearway.scenario.atsc.ManhattanRoads;
import io.clearway.scenario.atsc.ManhattanTable;
import io.clearway.scenario.atsc.NewYorkPlan;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.setting.Settings;
import io.clearway.signal.Phase;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.TrafficDemand;
import io.clearway.simulation.TrafficDemand.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NewYorkNetworkTest {
    @Test
    void theFilesAreThoseThatTheTableDraws() throws IOException {
        for (Map.Entry<String, String> file : NewYorkPlan.files().entrySet()) {
            assertThat(Files.readString(NewYorkPlan.FOLDER.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void ofAllCrossingsEightDoNotExist() throws IOException {
        ManhattanTable table = ManhattanTable.read(NewYorkPlan.FOLDER.resolve("manhattan.json"));
        TreeSet<String> missing = new TreeSet<>();
        for (ManhattanTable.Avenue avenue : table.avenues()) {
            IntStream.rangeClosed(ManhattanTable.FIRST_STREET, ManhattanTable.LAST_STREET)
                    .forEach(street -> missing.add(ManhattanRoads.node(avenue.id(), street)));
        }
        assertThat(missing).hasSize(12 * 37);
        missing.removeAll(new ManhattanRoads(table).signals());
        assertThat(missing).containsExactly("10-32", "11-31", "11-32", "8-32", "9-32", "park-43", "park-44", "park-45");
    }

    @Test
    void thePaperHasSevenHundredThirtyFiveTripsInThreeThousandSeconds() {
        TrafficDemand.Flows demand =
                DemandDefinition.read(NewYorkPlan.FOLDER.resolve("demand.json")).paper(1);
        assertThat(demand.flows()).hasSize(735);
        assertThat(demand.flows())
                .allSatisfy(flow -> assertThat(DemandDefinition.vehicles(flow)).isEqualTo(1));
        assertThat(demand.flows()).extracting(Flow::beginSeconds).isSorted().allMatch(begin -> begin < 3000);
        TrafficDemand.Flows peak =
                DemandDefinition.read(NewYorkPlan.FOLDER.resolve("peak.json")).paper(1);
        assertThat(peak.flows()).hasSize(735).allMatch(flow -> flow.endSeconds() <= 3000);
        assertThat(peak.flows().stream().mapToInt(DemandDefinition::vehicles).sum())
                .isEqualTo(17_640);
        // no waves of all together: every 3 s of the 120 s from one vehicle of a pair to the next, some pairs begin
        assertThat(peak.flows().stream().map(Flow::beginSeconds).distinct()).hasSize(40);
    }

    /** As SUMO builds it. */
    @Nested
    class Compiled {
        private final ListeningSimulator simulator = new ListeningSimulator(readings -> {});

        Compiled() {
            ListeningSimulator.requireSumo();
        }

        @Test
        void scenarioFileHoldsWhatTheNetworkHas() {
            AtscDefinition surveyed = NewYorkPlan.definition(simulator);
            assertThat(DefinitionReader.read(NewYorkPlan.FOLDER)).isEqualTo(surveyed);
        }

        @Test
        void signalsSwitchBetweenGreensThatMeetNoConflict() {
            SignalScenario scenario = new SignalScenario(DefinitionReader.read(NewYorkPlan.FOLDER), simulator);
            assertThat(scenario.agents(Settings.none())).hasSize(436);
            assertThat(scenario.network().signals()).allSatisfy(signal -> {
                assertThat(signal.phases()).hasSizeBetween(1, 6);
                assertThat(signal.program().cycleSeconds()).isEqualTo(90);
                for (Phase phase : signal.phases()) {
                    assertThat(signal.conflicts().find(phase.state()))
                            .as(signal.id())
                            .isEmpty();
                }
                // every movement is served by some phase
                for (int index = 0; index < signal.phases().get(0).size(); index++) {
                    int movement = index;
                    assertThat(signal.phases()).anyMatch(phase -> phase.isGreen(movement));
                }
            });
            AgentGraph graph = scenario.graph(Settings.none());
            assertThat(graph.neighbors(graph.agents().indexOf("mad-45")))
                    .extracting(graph.agents()::get)
                    .containsExactlyInAnyOrder("mad-44", "mad-46", "5-45", "lex-45");
        }

        @Test
        void blocksHaveTheirLengths() {
            Map<String, Lane> lanes = simulator
                    .compile(DefinitionReader.read(NewYorkPlan.FOLDER).network())
                    .roads()
                    .lanesById();
            assertThat(List.of("8-24_8-25_0", "6-43_7-43_0", "5-43_6-43_0", "lex-45_mad-45_0"))
                    .allSatisfy(lane -> assertThat(lanes).containsKey(lane));
            assertThat(length(lanes, "8-24_8-25_0")).isBetween(65.0, 80.0);
            assertThat(length(lanes, "6-43_7-43_0")).isBetween(250.0, 275.0);
            assertThat(length(lanes, "5-43_6-43_0")).isBetween(270.0, 312.0);
        }

        private double length(Map<String, Lane> lanes, String id) {
            Lane lane = lanes.get(id);
            return lane == null ? Double.NaN : lane.lengthMeters();
        }
    }
}
