package io.clearway.scenario.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.setting.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole episodes of the papers' problems on real SUMO, against scores that were measured apart from this code. */
class FlowScoresTest {
    private static final Path NETWORKS = Path.of("sumo-networks");

    @ParameterizedTest
    @CsvSource({
        "accelerate-3, 643.7, 5, 4.29",
        "idm, 643.7, 5, 4.29",
        "accelerate-1, 640.0, 1, 4.27",
        "accelerate-0, 0, 0, 0",
        "follower-stopper, 643.7, 5, 4.29",
        "random, 54.8, 15, 0.37"
    })
    void theRingScoresAsPublished(String rule, double score, double tolerance, double speed) {
        Map<Metric, Double> measured = play(ClosedRoads.ring(NETWORKS), rule, Map.of());
        assertThat(value(measured, Metric.PAPER_REWARD)).isCloseTo(score, within(tolerance));
        assertThat(value(measured, Metric.MEAN_SPEED)).isCloseTo(speed, within(0.1));
        assertThat(value(measured, Metric.COLLISIONS)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "accelerate-3, 339.9, 10, 5.63",
        "idm, 339.9, 10, 5.63",
        "accelerate-1, 226.9, 5, 3.55",
        "accelerate-0, 0, 0, 0",
        "random, 44.7, 15, 0.6"
    })
    void theFigureEightScoresAsPublished(String rule, double score, double tolerance, double speed) {
        Map<Metric, Double> measured = play(ClosedRoads.figureEight(NETWORKS), rule, Map.of());
        assertThat(value(measured, Metric.PAPER_REWARD)).isCloseTo(score, within(tolerance));
        assertThat(value(measured, Metric.MEAN_SPEED)).isCloseTo(speed, within(0.2));
        assertThat(value(measured, Metric.COLLISIONS)).isZero();
    }

    @Test
    void givingWayAtTheCrossingScoresHigherThanNotTo() {
        FlowDefinition eight = ClosedRoads.figureEight(NETWORKS);
        Map<Metric, Double> measured = play(eight, "accelerate-3", Map.of("checks", "right-of-way"));
        assertThat(value(measured, Metric.PAPER_REWARD)).isGreaterThan(360);
        assertThat(value(measured, Metric.COLLISIONS)).isZero();
    }

    @Test
    void onTheRingOf2022OneFollowerStopperDampsTheWaveThatDriversKeepUp() {
        FlowDefinition ring = ClosedRoads.ring2022(NETWORKS);
        Map<String, Object> changed = Map.of("decisions", 1000);
        Map<Metric, Double> drivers = play(ring, "idm", changed);
        Map<Metric, Double> damped = play(ring, "follower-stopper", changed);
        Map<Metric, Double> always = play(ring, "accelerate-1", changed);
        assertThat(value(drivers, Metric.SPEED_DEVIATION)).isGreaterThan(1.5);
        assertThat(value(damped, Metric.SPEED_DEVIATION)).isLessThan(1);
        assertThat(value(damped, Metric.PAPER_REWARD)).isGreaterThan(0);
        assertThat(value(drivers, Metric.PAPER_REWARD)).isBetween(-1500.0, -1000.0);
        // 4/22 of an effort of 1 m/s², for 22 vehicles and 1000 steps: 4000
        assertThat(value(always, Metric.PAPER_REWARD)).isBetween(-4000.0, -2500.0);
    }

    private static Map<Metric, Double> play(FlowDefinition definition, String rule, Map<String, Object> changed) {
        FlowScenario scenario = new FlowScenario(definition, ClosedRoadsTest.requireSumo());
        Map<String, Object> values = new HashMap<>(Settings.asMap(scenario.paper()));
        values.putAll(changed);
        Settings settings = scenario.settingsFor(rule, new Settings(values));
        Controller controller =
                Objects.requireNonNull(scenario.controllers().get(rule), rule).fresh(1);
        try (MeasuredEnvironment environment = scenario.open(settings, SamplingMode.DECISIONS)) {
            JointObservation seen = environment.reset(1);
            Step step;
            do {
                step = environment.step(controller.act(seen));
                seen = step.observation();
            } while (!step.last());
            assertThat(step.truncated()).isTrue();
            return environment.finish();
        }
    }

    private static double value(Map<Metric, Double> measured, Metric metric) {
        return Objects.requireNonNull(measured.get(metric), metric.key());
    }
}
