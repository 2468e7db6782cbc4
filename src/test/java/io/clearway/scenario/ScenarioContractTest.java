package io.clearway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clearway.metric.Metric;
import io.clearway.network.ActionSpace;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.sumo.OwnSumo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every scenario of the catalog keeps, on real SUMO where it has one. */
@ParameterizedClass
@MethodSource("io.clearway.scenario.SumoCatalog#names")
class ScenarioContractTest {
    private static final int SOME_DECISIONS = 20;

    private final Scenario scenario;

    ScenarioContractTest(String name) {
        scenario = SumoCatalog.scenario(name);
    }

    @Test
    void theGraphIsSymmetricAndOfTheAgents() {
        AgentGraph graph = scenario.graph(Settings.none());
        List<AgentSpec> agents = scenario.agents(Settings.none());
        assertThat(agents).extracting(AgentSpec::id).isEqualTo(graph.agents());
        for (int agent = 0; agent < graph.size(); agent++) {
            for (int neighbor : graph.neighbors(agent)) {
                assertThat(graph.neighbors(neighbor)).contains(agent).doesNotContain(neighbor);
            }
        }
    }

    @Test
    void observationsAndMasksHaveTheSizesSaid() {
        try (MeasuredEnvironment environment = scenario.open(Settings.none(), SamplingMode.DECISIONS)) {
            assertThat(environment.agents()).isEqualTo(scenario.agents(Settings.none()));
            assertThat(environment.horizon()).isEqualTo(scenario.horizon(Settings.none()));
            JointObservation seen = environment.reset(1);
            Controller random = Episodes.rule(scenario, "random", 1);
            for (int decision = 0; decision < SOME_DECISIONS; decision++) {
                requireShape(seen);
                Step step = environment.step(random.act(seen));
                assertThat(step.reward().agents())
                        .isEqualTo(scenario.graph(Settings.none()).size());
                seen = step.observation();
            }
        }
    }

    @Test
    void theSameSeedIsTheSameEpisodeHoweverCloselyItIsWatched() {
        List<List<Object>> episode = play(7, SamplingMode.DECISIONS);
        assertThat(play(7, SamplingMode.DECISIONS)).isEqualTo(episode);
        assertThat(play(7, SamplingMode.EVERY_SECOND)).isEqualTo(episode);
        assertThat(play(8, SamplingMode.DECISIONS)).isNotEqualTo(episode);
    }

    @Test
    void closingEndsTheSimulatorAtAnyTime() {
        Set<Long> before = OwnSumo.pids();
        MeasuredEnvironment environment = scenario.open(Settings.none(), SamplingMode.DECISIONS);
        environment.reset(1);
        environment.reset(2);
        assertThat(OwnSumo.pids())
                .hasSize(before.size() + (environment.simulator().equals("none") ? 0 : 1));
        environment.close();
        environment.close();
        assertThat(OwnSumo.pids()).isEqualTo(before);
    }

    @Test
    void finishingTellsEveryMeasurement() {
        try (MeasuredEnvironment environment = scenario.open(Settings.none(), SamplingMode.DECISIONS)) {
            JointObservation seen = environment.reset(1);
            Controller random = Episodes.rule(scenario, "random", 1);
            for (int decision = 0; decision < SOME_DECISIONS; decision++) {
                seen = environment.step(random.act(seen)).observation();
            }
            Map<Metric, Double> soFar = environment.measurements();
            Map<Metric, Double> complete = environment.finish();
            assertThat(complete.keySet())
                    .containsAll(soFar.keySet())
                    .contains(Metric.PAPER_REWARD, Metric.LEARNER_RETURN, Metric.DECISIONS);
            assertThat(environment.simulator()).isNotBlank();
            if (scenario instanceof LiveScenario) {
                requireEveryTrip(complete);
            }
        }
    }

    private static void requireEveryTrip(Map<Metric, Double> complete) {
        assertThat(complete).containsKey(Metric.TIME_IN_SYSTEM);
        double accounted = Stream.of(Metric.ARRIVED, Metric.RUNNING, Metric.WAITING_TO_ENTER)
                .mapToDouble(metric -> complete.getOrDefault(metric, Double.NaN))
                .sum();
        assertThat(accounted).isPositive();
        assertThat(complete).containsEntry(Metric.LOADED, accounted);
    }

    @Test
    void everySettingCanBeGivenAndAnUnknownOneIsRefused() {
        Settings all = new Settings(Settings.asMap(scenario.defaults()));
        assertThat(scenario.agents(all)).isEqualTo(scenario.agents(Settings.none()));
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> scenario.open(new Settings(Map.of("nonsense", 1)), SamplingMode.DECISIONS))
                .satisfies(complaint -> assertThat(complaint.field()).isEqualTo("nonsense"));
    }

    @Test
    void theHashStaysTheSame() {
        assertThat(SumoCatalog.scenario(scenario.name()).hash()).isEqualTo(scenario.hash());
    }

    private List<List<Object>> play(long seed, SamplingMode recording) {
        try (MeasuredEnvironment environment = scenario.open(Settings.none(), recording)) {
            return Episodes.play(environment, Episodes.rule(scenario, "random", 1), seed, SOME_DECISIONS);
        }
    }

    private void requireShape(JointObservation seen) {
        List<AgentSpec> agents = scenario.agents(Settings.none());
        for (int agent = 0; agent < agents.size(); agent++) {
            assertThat(seen.local(agent)).hasSize(agents.get(agent).observationSize());
            for (float value : seen.local(agent)) {
                assertThat(value).isFinite();
            }
            assertThat(seen.legal(agent)).hasSize(agents.get(agent).actions());
            if (agents.get(agent).space() instanceof ActionSpace.Discrete) {
                assertThat(seen.legal(agent)).contains(true);
            }
        }
    }
}
