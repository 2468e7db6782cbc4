package io.clearway.scenario.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SpreadScenarioTest {
    private static final SpreadScenario SCENARIO = new SpreadScenario();

    private static double meanScore(String rule) {
        double sum = 0;
        try (MeasuredEnvironment environment = SCENARIO.open(Settings.none(), SamplingMode.DECISIONS)) {
            for (long seed = 0; seed < 20; seed++) {
                Controller controller =
                        Objects.requireNonNull(SCENARIO.controllers().get(rule)).fresh(seed);
                JointObservation seen = environment.reset(seed);
                Step step;
                do {
                    step = environment.step(controller.act(seen));
                    seen = step.observation();
                } while (!step.last());
                sum += Objects.requireNonNull(environment.finish().get(Metric.PAPER_REWARD));
            }
        }
        return sum / 20;
    }

    @Test
    void goingThereIsBetterThanStandingAndBrakingBetterThanOvershooting() {
        double damped = meanScore("proportional-derivative");
        double straight = meanScore("straight");
        double still = meanScore("still");
        assertThat(damped).isGreaterThan(straight);
        assertThat(straight).isGreaterThan(still + 5);
    }

    /** An agent that does nothing loses its distance at every decision. */
    @Test
    void theRewardIsTheWayToGo() {
        try (MeasuredEnvironment environment =
                SCENARIO.open(new Settings(Map.of("agents", 1)), SamplingMode.DECISIONS)) {
            JointObservation seen = environment.reset(4);
            float[] own = seen.local(0);
            Step step = environment.step(Forces.action(new double[2]));
            assertThat(step.reward().of(0)).isCloseTo(-Math.hypot(own[4], own[5]), within(1e-6));
        }
    }

    @Test
    void theGlobalStateHoldsAllAgentsAndTargets() {
        try (MeasuredEnvironment environment = SCENARIO.open(Settings.none(), SamplingMode.DECISIONS)) {
            JointObservation seen = environment.reset(1);
            float[] state = seen.global();
            assertThat(state).hasSize(SCENARIO.globalSize(Settings.none())).hasSize(18);
            assertThat(seen.forLearners().global()).isEqualTo(state);
            float[] own = seen.local(1);
            assertThat(new float[] {state[6], state[7]}).containsExactly(own[0], own[1]);
            assertThat(state[10] - state[6]).isCloseTo(own[4], within(1e-6f));
        }
    }

    @Test
    void linksAreARingOrComplete() {
        Settings ring = new Settings(Map.of("agents", 5));
        Settings complete = new Settings(Map.of("agents", 5, "links", "complete"));
        assertThat(SCENARIO.graph(ring).edges()).hasSize(5);
        assertThat(SCENARIO.graph(complete).edges()).hasSize(10);
        assertThatThrownBy(() -> SCENARIO.horizon(new Settings(Map.of("agents", 0))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("agents");
    }
}
