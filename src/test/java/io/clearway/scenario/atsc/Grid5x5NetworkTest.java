package io.clearway.scenario.atsc;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.Metric;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.setting.Settings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The grid as SUMO builds it, against the published figures. */
class Grid5x5NetworkTest {
    private final SignalScenario scenario =
            new SignalScenario(Grid5x5.definition(Path.of("sumo-networks")), new ListeningSimulator(readings -> {}));

    @BeforeAll
    static void needsSumo() {
        ListeningSimulator.requireSumo();
    }

    @Test
    void lanesHaveThePublishedLengthsAndSpeeds() {
        RoadNetwork roads = scenario.network().compiled().roads();
        Map<List<Double>, Long> kinds = roads.roads().stream()
                .filter(road -> !road.internal())
                .flatMap(road -> road.lanes().stream())
                .map(lane -> List.of(lane.lengthMeters(), lane.speedLimitMetersPerSecond()))
                .collect(groupingBy(identity(), counting()));
        assertThat(kinds)
                .isEqualTo(Map.of(
                        List.of(185.6, 20.0), 80L,
                        List.of(67.8, 20.0), 40L,
                        List.of(179.2, 11.0), 40L,
                        List.of(64.6, 11.0), 20L));
        assertThat(roads.junctions()).hasSize(45);
    }

    @Test
    void theTwelveLinksOfASignalComeInThePublishedOrder() {
        assertThat(scenario.network().signals())
                .allSatisfy(signal -> assertThat(signal.links()).hasSize(12));
        RoadNetwork.TrafficLight light = scenario.network().compiled().roads().lights().stream()
                .filter(each -> each.id().equals("nt13"))
                .findFirst()
                .orElseThrow();
        assertThat(light.links())
                .extracting(Link::fromLane)
                .containsExactly(
                        "nt18_nt13_0",
                        "nt18_nt13_0",
                        "nt18_nt13_0",
                        "nt14_nt13_0",
                        "nt14_nt13_0",
                        "nt14_nt13_1",
                        "nt8_nt13_0",
                        "nt8_nt13_0",
                        "nt8_nt13_0",
                        "nt12_nt13_0",
                        "nt12_nt13_0",
                        "nt12_nt13_1");
        assertThat(light.links())
                .extracting(Link::direction)
                .containsExactly('r', 's', 'l', 'r', 's', 'l', 'r', 's', 'l', 'r', 's', 'l');
    }

    @Test
    void theProgramIsThePublishedOneOfNinetyNineSeconds() {
        assertThat(scenario.network().signals()).allSatisfy(signal -> {
            assertThat(signal.program().cycleSeconds()).isEqualTo(99);
            assertThat(signal.program().stateAt(0)).isEqualTo("GGgrrrGGgrrr");
            assertThat(signal.program().stateAt(33)).isEqualTo("rrrGrGrrrGrG");
            assertThat(signal.program().stateAt(66)).isEqualTo("rrrGGrrrrGGr");
        });
    }

    @Test
    void aSignalHasSixLanesBeforeItAndSixBehindIt() {
        ControlledSignal middle = scenario.network().signals().get(12);
        assertThat(middle.incoming()).extracting(Lane::id).hasSize(6).doesNotHaveDuplicates();
        assertThat(middle.outgoing()).extracting(Lane::id).hasSize(6).doesNotHaveDuplicates();
        assertThat(scenario.agents(Settings.none()))
                .extracting(AgentSpec::observationSize)
                .containsOnly(36);
        assertThat(scenario.agents(new Settings(
                        Settings.asMap(AtscSettings.paper(scenario.definition().timing())))))
                .extracting(AgentSpec::observationSize)
                .containsOnly(12);
    }

    @Test
    void sumoTakesTheDetectorsAndLetsTheDrawnVehiclesDepart() {
        Settings varied = new Settings(Map.of("demand", "varied", "control", "program"));
        SimulationSetup setup = scenario.setup(varied, 9);
        assertThat(setup.additional().detectors()).hasSize(150);
        double departures = ((TrafficDemand.Flows) setup.demand())
                .flows().stream().filter(flow -> flow.beginSeconds() <= 299).count();
        try (MeasuredEnvironment environment = scenario.open(varied, SamplingMode.DECISIONS)) {
            environment.reset(9);
            for (int decision = 0; decision < 60; decision++) {
                environment.step(JointAction.of(new int[25]));
            }
            // the last second's departures may come with the next step
            assertThat(environment.finish().getOrDefault(Metric.LOADED, 0.0)).isCloseTo(departures, within(3.0));
        }
    }
}
