package io.clearway.scenario.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clearway.catalog.Catalog;
import io.clearway.catalog.UnknownName;
import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SumoCatalog;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.sumo.OwnSumo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinedScenarioTest {
    private static final int PLATOON = 8;

    private final Catalog catalog = SumoCatalog.open();

    @Test
    void agentsAreThoseOfAllLinkedWithinEachOnly() {
        AgentGraph graph = catalog.scenario("catch-up+slow-down").graph(Settings.none());
        assertThat(graph.size()).isEqualTo(2 * PLATOON);
        assertThat(graph.agents().get(0)).startsWith("catch-up/");
        assertThat(graph.agents().get(PLATOON)).startsWith("slow-down/");
        assertThat(graph.edges()).hasSize(2 * (PLATOON - 1));
        assertThat(graph.neighbors(PLATOON - 1)).doesNotContain(PLATOON);
        assertThat(catalog.scenario("catch-up+slow-down").agents(Settings.none()))
                .extracting(AgentSpec::id)
                .isEqualTo(graph.agents());
    }

    @Test
    void eachScenarioGoesAsItDoesAlone() {
        String rule = "constant-0.5-0";
        List<List<Double>> together = rewards(catalog.scenario("catch-up+slow-down"), rule);
        List<List<Double>> first = rewards(catalog.scenario("catch-up"), rule);
        List<List<Double>> second = rewards(catalog.scenario("slow-down"), rule);
        for (int decision = 0; decision < together.size(); decision++) {
            List<Double> both = new ArrayList<>(first.get(decision));
            both.addAll(second.get(decision));
            assertThat(together.get(decision)).isEqualTo(both);
        }
    }

    private static List<List<Double>> rewards(Scenario scenario, String rule) {
        Controller controller =
                Objects.requireNonNull(scenario.controllers().get(rule)).fresh(1);
        List<List<Double>> rewards = new ArrayList<>();
        try (MeasuredEnvironment environment = scenario.open(Settings.none(), SamplingMode.DECISIONS)) {
            JointObservation seen = environment.reset(5);
            boolean last = false;
            while (!last) {
                Step step = environment.step(controller.act(seen));
                List<Double> local = new ArrayList<>();
                for (int agent = 0; agent < step.reward().agents(); agent++) {
                    local.add(step.reward().of(agent));
                }
                rewards.add(local);
                seen = step.observation();
                last = step.last();
            }
        }
        return rewards;
    }

    @Test
    void totalsAddUpAndMeansAreAveraged() {
        Map<Metric, Double> combined = CombinedMeasurements.of(List.of(
                Map.of(Metric.TIME_IN_SYSTEM, 100.0, Metric.MEAN_QUEUE, 1.0, Metric.DECISIONS, 720.0),
                Map.of(Metric.TIME_IN_SYSTEM, 40.0, Metric.MEAN_QUEUE, 4.0, Metric.DECISIONS, 720.0)));
        assertThat(combined)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Metric.TIME_IN_SYSTEM, 140.0, Metric.MEAN_QUEUE, 2.5, Metric.DECISIONS, 720.0));
    }

    @Test
    void closingEndsTheSimulatorsOfAll() {
        SumoCatalog.scenario("grid-5x5");
        Set<Long> before = OwnSumo.pids();
        MeasuredEnvironment environment =
                catalog.scenario("grid-5x5+monaco").open(Settings.none(), SamplingMode.DECISIONS);
        environment.reset(1);
        assertThat(OwnSumo.pids()).hasSize(before.size() + 2);
        environment.close();
        environment.close();
        assertThat(OwnSumo.pids()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            catch-up+catch-up       | give catch-up once
            catch-up+random-mdp     | combine scenarios of one family
            catch-up+nowhere        | use one of:
            catch-up+               | use one of:
            """)
    void whatCannotBeCombinedIsRefusedByName(String name, String message) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> catalog.scenario(name))
                .withMessageContaining(message);
    }

    @Test
    void episodesOfUnlikeLengthAreRefused() {
        SumoCatalog.scenario("monaco");
        Scenario unlike = catalog.scenario("monaco+new-york");
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> unlike.horizon(Settings.none()))
                .withMessageContaining("monaco+new-york")
                .withMessageContaining("720")
                .withMessageContaining("180");
    }

    @Test
    void aCombinedNameIsKnownWhereEachIs() {
        assertThat(catalog.has("catch-up+slow-down")).isTrue();
        assertThat(catalog.has("catch-up+nowhere")).isFalse();
        assertThatExceptionOfType(UnknownName.class).isThrownBy(() -> catalog.scenario("nowhere+catch-up"));
    }
}
