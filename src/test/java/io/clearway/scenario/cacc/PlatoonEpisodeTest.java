package io.clearway.scenario.cacc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SensedObservation;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatoonEpisodeTest {
    private static final Scenario CATCH_UP = PlatoonScenario.catchUp();
    private static final Scenario SLOW_DOWN = PlatoonScenario.slowDown();

    @Test
    void theFirstObservationTellsWhoIsTooFarBehind() {
        JointObservation seen = open(CATCH_UP, Map.of("start", 40)).reset(1);
        // v = 15, v_lead = 15, V(40) = 30 bounded, h = 40, u = 0
        assertThat(seen.local(0)).containsExactly(0, 0, 2, 1, 0);
        assertThat(seen.local(1)).containsExactly(new float[5], within(1e-6f));
        assertThat(readings(seen, 0)).isEqualTo(new PlatoonReadings(40, 15, 0));
    }

    @Test
    void aStepMovesSpeedAndHeadwayAsWorkedOutByHand() {
        MeasuredEnvironment platoon = open(CATCH_UP, Map.of("start", 40, "vehicles", 2, "reward", "paper"));
        platoon.reset(1);
        Step step = platoon.step(JointAction.of(3, 0));
        // u = min(2.5, 0.5 (30 − 15)); v' = 15.25; h' = 40 − 0.05 · 0.25; the second one gains as much
        requireNear(readings(step.observation(), 0), 39.9875, 15.25, 2.5);
        requireNear(readings(step.observation(), 1), 20.0125, 15, 0);
        assertThat(step.reward().of(0)).isCloseTo(-19.9875 * 19.9875 - 0.0625 - 0.625, within(1e-9));
        assertThat(step.reward().of(1)).isCloseTo(-0.0125 * 0.0125, within(1e-9));
    }

    @Test
    void learnersGetAHundredthWithinFiveUnlessAskedOtherwise() {
        MeasuredEnvironment platoon = open(CATCH_UP, Map.of("start", 50));
        platoon.reset(1);
        Step step = platoon.step(all(8, 0));
        assertThat(step.reward().of(0)).isEqualTo(-5);
        assertThat(step.reward().of(1)).isZero();
        assertThat(platoon.measurements()).containsEntry(Metric.PAPER_REWARD, -900.0);
    }

    @Test
    void theClosenessPenaltyReachesLearnersOnly() {
        double[] without = learnedAndScored(false);
        double[] with = learnedAndScored(true);
        assertThat(with[0]).isLessThan(without[0] - 1);
        assertThat(with[1]).isEqualTo(without[1]);
    }

    /** Return of a learner and score of a crash; the platoon gets closer and closer before. */
    private static double[] learnedAndScored(boolean penalty) {
        MeasuredEnvironment platoon = open(SLOW_DOWN, Map.of("start", 22.5, "closenessPenalty", penalty));
        playToTheEnd(platoon, 0);
        Map<Metric, Double> measured = platoon.finish();
        return new double[] {
            measured.getOrDefault(Metric.LEARNER_RETURN, Double.NaN),
            measured.getOrDefault(Metric.PAPER_REWARD, Double.NaN)
        };
    }

    @Test
    void aCrashedPlatoonStandsUntilTheTimeLimitAndIsCutOffThere() {
        MeasuredEnvironment platoon = open(SLOW_DOWN, Map.of("start", 22.5));
        Played played = playToTheEnd(platoon, 0);
        assertThat(played.steps()).isEqualTo(600);
        assertThat(played.last().terminated()).isFalse();
        assertThat(played.last().truncated()).isTrue();
        assertThat(played.last().reward().of(0)).isEqualTo(-3);
        assertThat(platoon.finish()).containsEntry(Metric.COLLISIONS, 1.0).containsEntry(Metric.DECISIONS, 600.0);
    }

    @Test
    void orItEndsAtTheNextMultipleOfSixtyStepsForGood() {
        MeasuredEnvironment platoon = open(SLOW_DOWN, Map.of("start", 22.5, "afterCollision", "end"));
        Played played = playToTheEnd(platoon, 0);
        assertThat(played.steps()).isEqualTo(180);
        assertThat(played.last().terminated()).isTrue();
        assertThat(played.last().truncated()).isFalse();
        assertThatThrownBy(() -> platoon.step(all(8, 0))).isInstanceOf(IllegalStateException.class);
        assertThat(platoon.finish()).containsEntry(Metric.DECISIONS, 180.0);
        // the next episode begins afresh
        assertThat(platoon.reset(1).local(0)[0]).isEqualTo(0.5f);
        assertThat(platoon.measurements()).containsEntry(Metric.COLLISIONS, 0.0);
        assertThat(playToTheEnd(platoon, 3).steps()).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(doubles = {300, 1000})
    void theCollisionPenaltyIsASetting(double penalty) {
        MeasuredEnvironment platoon = open(SLOW_DOWN, Map.of("start", 30, "collisionPenalty", penalty));
        playToTheEnd(platoon, 0);
        // the crash is at step 87, so 513 steps of 8 vehicles cost it
        assertThat(platoon.finish().getOrDefault(Metric.PAPER_REWARD, Double.NaN))
                .isCloseTo(-2323.756 - 513 * 8 * (penalty - 300) / 600, within(1e-3));
    }

    @Test
    void aStartFasterThanVehiclesAreIsKeptUnlessItIsClipped() {
        assertThat(first(SLOW_DOWN, Map.of("start", 37.5)).speed()).isEqualTo(37.5);
        assertThat(first(SLOW_DOWN, Map.of("start", 37.5, "clipStartSpeed", true))
                        .speed())
                .isEqualTo(30);
        assertThat(first(CATCH_UP, Map.of("start", 45, "clipStartSpeed", true)).headway())
                .isEqualTo(45);
    }

    @Test
    void drawnStartsCoverTheirRange() {
        MeasuredEnvironment platoon = open(CATCH_UP, Map.of());
        double[] starts = LongStream.range(0, 200)
                .mapToDouble(seed -> readings(platoon.reset(seed), 0).headway())
                .toArray();
        assertThat(Arrays.stream(starts).min().orElseThrow()).isBetween(30.0, 30.5);
        assertThat(Arrays.stream(starts).max().orElseThrow()).isBetween(49.5, 50.0);
        assertThat(Arrays.stream(starts).average().orElseThrow()).isCloseTo(40, within(1.5));
    }

    @Test
    void thePlatoonIsAsLongAsAskedAndOnePath() {
        Settings three = new Settings(Map.of("vehicles", 3));
        assertThat(CATCH_UP.agents(three)).hasSize(3);
        assertThat(CATCH_UP.graph(three).neighbors(1)).isEqualTo(List.of(0, 2));
        assertThat(open(CATCH_UP, three.values()).reset(1).agents()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "start, 29, a number from 30.0 to 50.0",
        "start, soon, drawn",
        "vehicles, 0, whole number from 1",
        "reward, nice, clipped",
        "afterCollision, go, stay",
        "collisionPenalty, -1, number from 0"
    })
    void badSettingsAreRefusedWithTheMend(String field, String value, String mend) {
        Object given = value.matches("-?\\d+") ? Integer.valueOf(value) : value;
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> open(CATCH_UP, Map.of(field, given)))
                .satisfies(complaint -> {
                    assertThat(complaint.field()).isEqualTo(field);
                    assertThat(complaint.hint()).contains(mend);
                });
    }

    @Test
    void actionsMustBeOfAllVehiclesAndExist() {
        MeasuredEnvironment platoon = open(CATCH_UP, Map.of());
        assertThatThrownBy(() -> platoon.step(all(8, 0))).isInstanceOf(IllegalStateException.class);
        platoon.reset(1);
        assertThatThrownBy(() -> platoon.step(all(7, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> platoon.step(all(8, 4))).isInstanceOf(IllegalArgumentException.class);
    }

    private static MeasuredEnvironment open(Scenario scenario, Map<String, Object> settings) {
        return scenario.open(new Settings(settings), SamplingMode.DECISIONS);
    }

    private static JointAction all(int vehicles, int action) {
        int[] choices = new int[vehicles];
        Arrays.fill(choices, action);
        return JointAction.of(choices);
    }

    private record Played(int steps, Step last) {}

    private static Played playToTheEnd(MeasuredEnvironment platoon, int action) {
        platoon.reset(1);
        int steps = 0;
        Step step;
        do {
            step = platoon.step(all(8, action));
            steps++;
        } while (!step.last());
        return new Played(steps, step);
    }

    private static PlatoonReadings first(Scenario scenario, Map<String, Object> settings) {
        return readings(open(scenario, settings).reset(1), 0);
    }

    private static PlatoonReadings readings(JointObservation observation, int vehicle) {
        return SensedObservation.readings(observation, PlatoonReadings.class).get(vehicle);
    }

    private static void requireNear(PlatoonReadings given, double headway, double speed, double acceleration) {
        assertThat(new double[] {given.headway(), given.speed(), given.acceleration()})
                .containsExactly(new double[] {headway, speed, acceleration}, within(1e-9));
    }
}
