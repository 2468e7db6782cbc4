package io.clearway.algorithm.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.policygradient.ActorCriticSettings;
import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Link;
import io.clearway.network.AgentSpec;
import io.clearway.setting.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalityDiagnosticsTest {
    private static final Task PATH = new Task(
            new AgentGraph(List.of("a", "b", "c"), List.of(new Link("a", "b"), new Link("b", "c"))),
            List.of(new AgentSpec("a", 2, 2), new AgentSpec("b", 5, 2), new AgentSpec("c", 3, 2)),
            10);

    private static Map<Metric, Double> of(Map<String, Object> settings, int rolloutLength) {
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        ActorCriticSettings chosen = new Settings(settings).over(ActorCriticSettings.DEFAULTS);
        LocalityDiagnostics.Radii radii = new LocalityDiagnostics.Radii(
                chosen.radii().policyRadius(),
                chosen.radii().valueRadius(),
                chosen.radii().advantageRadius(),
                0);
        LocalityDiagnostics.withBounds(PATH, radii, chosen.estimation().discount(), rolloutLength)
                .report(measured);
        return measured;
    }

    @Test
    void whatIsHeardIsTheNeighborsObservations() {
        // a hears b, b hears a and c, c hears b: 5 + 2 + 3 + 5 values of 4 bytes
        assertThat(of(Map.of("policyRadius", 1), 0)).containsEntry(Metric.COMMUNICATION_BYTES, 60.0);
        assertThat(of(Map.of("policyRadius", 0), 0)).containsEntry(Metric.COMMUNICATION_BYTES, 0.0);
    }

    @Test
    void theRatioIsThatOfTheFarthestLook() {
        assertThat(of(Map.of("valueRadius", 2, "advantageRadius", 0), 0))
                .containsEntry(Metric.COMMUNICATION_RATIO, 1.0);
        assertThat(of(Map.of("valueRadius", -1, "advantageRadius", 0), 0))
                .containsEntry(Metric.COMMUNICATION_RATIO, 1.0);
        assertThat(of(Map.of(), 0).get(Metric.COMMUNICATION_RATIO)).isCloseTo(7.0 / 9, within(1e-12));
    }

    @Test
    void aModelThatHearsFartherCounts() {
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        LocalityDiagnostics.ofCommunication(PATH, new LocalityDiagnostics.Radii(0, 0, 0, 1))
                .report(measured);
        assertThat(measured)
                .containsOnlyKeys(Metric.COMMUNICATION_BYTES, Metric.COMMUNICATION_RATIO)
                .containsEntry(Metric.COMMUNICATION_BYTES, 0.0)
                .hasEntrySatisfying(
                        Metric.COMMUNICATION_RATIO, ratio -> assertThat(ratio).isCloseTo(7.0 / 9, within(1e-12)));
    }

    @Test
    void aModelTradesPolicyShiftForModelError() {
        Map<Metric, Double> without = of(Map.of(), 0);
        Map<Metric, Double> with = of(Map.of(), 10);
        assertThat(without).containsEntry(Metric.MODEL_ERROR_FACTOR, 0.0);
        assertThat(with.get(Metric.MODEL_ERROR_FACTOR)).isPositive();
        assertThat(with.get(Metric.POLICY_SHIFT_FACTOR)).isLessThan(without.get(Metric.POLICY_SHIFT_FACTOR));
    }

    @Test
    void withoutDiscountThereAreNoBounds() {
        assertThat(of(Map.of("discount", 1.0, "absorbing", false), 5))
                .containsOnlyKeys(Metric.COMMUNICATION_BYTES, Metric.COMMUNICATION_RATIO);
    }
}
