package io.clearway.scenario.cacc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.setting.Settings;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of constant actions, from an implementation of the papers' facts in another language. */
class PlatoonScoresTest {
    private static final Map<String, Scenario> SCENARIOS =
            Map.of("catch-up", PlatoonScenario.catchUp(), "slow-down", PlatoonScenario.slowDown());

    @ParameterizedTest
    @CsvSource({
        "catch-up, constant-0.5-0.5, 30, -17.132, -1",
        "catch-up, constant-0.5-0.5, 40, -77.538, -1",
        "catch-up, constant-0.5-0.5, 50, -159.902, -1",
        "catch-up, constant-0-0, 30, -100, -1",
        "catch-up, constant-0-0, 40, -400, -1",
        "catch-up, constant-0-0, 50, -900, -1",
        "catch-up, constant-0-0.5, 30, -100, -1",
        "catch-up, constant-0-0.5, 40, -400, -1",
        "catch-up, constant-0-0.5, 50, -900, -1",
        "catch-up, constant-0.5-0, 30, -1996.901, 120",
        "catch-up, constant-0.5-0, 40, -2099.641, 95",
        "catch-up, constant-0.5-0, 50, -2138.543, 104",
        "slow-down, constant-0.5-0.5, 22.5, -101.856, -1",
        "slow-down, constant-0.5-0.5, 30, -409.458, -1",
        "slow-down, constant-0.5-0.5, 37.5, -1257.037, -1",
        "slow-down, constant-0-0, 22.5, -2015.313, 123",
        "slow-down, constant-0-0, 30, -2323.756, 87",
        "slow-down, constant-0-0, 37.5, -2432.094, 221",
        "slow-down, constant-0-0.5, 22.5, -1058.133, -1",
        "slow-down, constant-0-0.5, 30, -2155.319, 208",
        "slow-down, constant-0-0.5, 37.5, -2425.049, 265",
        "slow-down, constant-0.5-0, 22.5, -1914.615, 172",
        "slow-down, constant-0.5-0, 30, -2126.501, 237",
        "slow-down, constant-0.5-0, 37.5, -3006.919, 263"
    })
    void everyConstantActionScoresAsPublishedFactsSay(
            String scenario, String rule, String start, double score, int crash) {
        for (String afterCollision : new String[] {"stay", "end"}) {
            Played played = play(scenario, rule, 1, Map.of("start", start, "afterCollision", afterCollision));
            assertThat(played.score()).isCloseTo(score, within(1e-3));
            assertThat(played.crash()).isEqualTo(crash);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "catch-up, constant-0.5-0.5, -81.2",
        "catch-up, constant-0-0, -433.3",
        "catch-up, constant-0-0.5, -433.3",
        "catch-up, constant-0.5-0, -2085",
        "slow-down, constant-0.5-0.5, -491.3",
        "slow-down, constant-0-0, -2239",
        "slow-down, constant-0.5-0, -2251",
        "slow-down, constant-0-0.5, -1961"
    })
    void seedsFrom0To49AreTheFiftySpacedStarts(String scenario, String rule, double mean) {
        double sum = IntStream.range(0, Starts.SPACED)
                .mapToDouble(seed ->
                        play(scenario, rule, seed, Map.of("start", "spaced")).score())
                .sum();
        assertThat(sum / Starts.SPACED).isCloseTo(mean, within(mean < -1000 ? 0.55 : 0.05));
    }

    /** @param crash number of the step that ended in a collision, from 0; −1 without one */
    private record Played(double score, int crash) {}

    private static Played play(String name, String rule, long seed, Map<String, Object> settings) {
        Scenario scenario = Objects.requireNonNull(SCENARIOS.get(name));
        Controller controller =
                Objects.requireNonNull(scenario.controllers().get(rule)).fresh(seed);
        try (MeasuredEnvironment environment = scenario.open(new Settings(settings), SamplingMode.EVERY_SECOND)) {
            JointObservation seen = environment.reset(seed);
            int crash = -1;
            Step step;
            int time = 0;
            do {
                step = environment.step(controller.act(seen));
                seen = step.observation();
                boolean crashed = environment.measurements().getOrDefault(Metric.COLLISIONS, -1.0) > 0;
                crash = crashed && crash < 0 ? time : crash;
                time++;
            } while (!step.last());
            return new Played(environment.finish().getOrDefault(Metric.PAPER_REWARD, Double.NaN), crash);
        }
    }
}
