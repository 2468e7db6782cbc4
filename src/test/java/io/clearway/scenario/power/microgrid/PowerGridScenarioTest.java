package io.clearway.scenario.power.microgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PowerGridScenarioTest {
    private static final PowerGridScenario SCENARIO = PowerGridScenario.ofTwenty();

    private static MeasuredEnvironment open(Object... settings) {
        return SCENARIO.open(
                settings.length == 0 ? Settings.none() : new Settings(Map.of((String) settings[0], settings[1])),
                SamplingMode.DECISIONS);
    }

    private static Map<Metric, Double> play(MeasuredEnvironment environment, String rule, long seed) {
        Controller controller =
                Objects.requireNonNull(SCENARIO.controllers().get(rule)).fresh(seed);
        JointObservation seen = environment.reset(seed);
        Step step;
        do {
            step = environment.step(controller.act(seen));
            seen = step.observation();
        } while (!step.last());
        return environment.finish();
    }

    private static double score(MeasuredEnvironment environment, String rule, long seed) {
        return Objects.requireNonNull(play(environment, rule, seed).get(Metric.PAPER_REWARD));
    }

    @Test
    void rewardsAreThePapers() {
        assertThat(MicrogridEpisode.reward(1)).isEqualTo(0.05);
        assertThat(MicrogridEpisode.reward(0.97)).isCloseTo(0.02, within(1e-12));
        assertThat(MicrogridEpisode.reward(1.08)).isCloseTo(-0.08, within(1e-12));
        assertThat(MicrogridEpisode.reward(0.8)).isEqualTo(-10);
        assertThat(MicrogridEpisode.reward(1.25)).isEqualTo(-10);
        assertThat(MicrogridEpisode.reward(Double.NaN)).isEqualTo(-10);
    }

    @Test
    void actingOnTheOwnTerminalIsBetterThanAnySetPointKept() {
        try (MeasuredEnvironment environment = open()) {
            double proportional = score(environment, "proportional", 7);
            assertThat(proportional).isGreaterThan(score(environment, "constant-490", 7));
            assertThat(proportional).isGreaterThan(score(environment, "constant-515", 7));
            assertThat(play(environment, "proportional", 7)).containsEntry(Metric.ALL_VOLTAGES_SAFE, 1.0);
            assertThat(play(environment, "constant-490", 7)).containsEntry(Metric.DECISIONS_UNTIL_SAFE, 20.0);
        }
    }

    @Test
    void anySetPointMayBeChosenWhereActionsAreContinuous() {
        try (MeasuredEnvironment environment = open("actions", "continuous")) {
            environment.reset(1);
            double[] volts = new double[20];
            Arrays.fill(volts, 512.5);
            Step between = environment.step(JointAction.ofValues(volts));
            environment.reset(1);
            Arrays.fill(volts, 600);
            Step cut = environment.step(JointAction.ofValues(volts));
            environment.reset(1);
            Arrays.fill(volts, 540);
            Step highest = environment.step(JointAction.ofValues(volts));
            assertThat(cut.reward().sum()).isEqualTo(highest.reward().sum());
            assertThat(between.reward().sum()).isNotEqualTo(highest.reward().sum());
        }
    }

    @Test
    void loadsAreDrawnBySeedAndMoveWhereAsked() {
        try (MeasuredEnvironment drawn = open();
                MeasuredEnvironment nominal = open("disturbance", "none");
                MeasuredEnvironment moving = open("disturbance", "steps")) {
            assertThat(score(drawn, "constant-515", 1)).isNotEqualTo(score(drawn, "constant-515", 2));
            assertThat(score(nominal, "constant-515", 1)).isEqualTo(score(nominal, "constant-515", 2));
            assertThat(score(moving, "constant-515", 1)).isNotEqualTo(score(drawn, "constant-515", 1));
        }
    }

    @Test
    void aSharedRewardIsTheSumForEach() {
        try (MeasuredEnvironment own = open();
                MeasuredEnvironment shared = open("reward", "shared")) {
            own.reset(3);
            shared.reset(3);
            JointAction action = JointAction.of(
                    Collections.nCopies(20, 6).stream().mapToInt(level -> level).toArray());
            double sum = own.step(action).reward().sum();
            assertThat(shared.step(action).reward().of(4)).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void frequencyControlBeginsWithADecisionThatThereIs() {
        assertThatThrownBy(() -> open("frequencyControlFrom", 22))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("frequencyControlFrom")
                .hasMessageContaining("from 1 to 21");
    }

    @Test
    void voltagesOverTimeAreKeptWithTheirBand() {
        try (MeasuredEnvironment environment = open()) {
            play(environment, "proportional", 1);
            var series = environment.series().get(0);
            assertThat(series.lines()).hasSize(20);
            assertThat(series.lines().get(0).values()).hasSize(21);
            assertThat(series.limits()).extracting(limit -> limit.value()).containsExactly(0.95, 1.05);
        }
    }
}
