package io.clearway.scenario.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomMdpTest {
    private static final Settings SMALL = new Settings(Map.of("states", 5, "agents", 2, "horizon", 400));
    private final RandomMdpScenario scenario = new RandomMdpScenario();

    @Test
    void transitionsAreProbabilitiesAndRewardsStandardNormal() {
        RandomMdp mdp = new MdpProblem(new MdpSize(60, 4, 3), 2, 0.9, false).draw();
        double sum = 0;
        double squares = 0;
        double[] ones = IntStream.range(0, 60).mapToDouble(any -> 1).toArray();
        for (int state = 0; state < 60; state++) {
            for (int joint = 0; joint < 81; joint++) {
                assertThat(mdp.expected(state, joint, ones)).isCloseTo(1, within(1e-12));
                assertThat(mdp.probability(state, joint, 7)).isPositive().isLessThan(0.1);
                sum += mdp.reward(state, joint);
                squares += mdp.reward(state, joint) * mdp.reward(state, joint);
            }
        }
        assertThat(sum / 4860).isCloseTo(0, within(0.05));
        assertThat(squares / 4860).isCloseTo(1, within(0.08));
    }

    @Test
    void jointActionsAreCountedWithTheFirstAgentFastest() {
        RandomMdp mdp = new MdpProblem(new MdpSize(2, 3, 3), 1, 0.9, false).draw();
        assertThat(mdp.joint(new int[] {2, 0, 1})).isEqualTo(11);
        assertThat(IntStream.range(0, 3).map(agent -> mdp.choice(11, agent))).containsExactly(2, 0, 1);
    }

    @Test
    void statesFollowAsOftenAsTheirProbabilitySays() {
        RandomMdp mdp = new MdpProblem(new MdpSize(4, 1, 2), 1, 0.9, false).draw();
        int draws = 10_000;
        for (int next = 0; next < 4; next++) {
            int state = next;
            long hits = IntStream.range(0, draws)
                    .filter(draw -> mdp.next(1, 1, (draw + 0.5) / draws) == state)
                    .count();
            assertThat((double) hits / draws).isCloseTo(mdp.probability(1, 1, next), within(2.0 / draws));
        }
    }

    @Test
    void theOptimumIsPlayedAsItsExactValueSays() {
        double optimum = play("optimum");
        double turns = play("in-turns");
        double random = play("random");
        ExactValues values = new ExactValues(new MdpProblem(new MdpSize(5, 2, 3), 1, 0.9, false).draw(), 0.999);
        double perDecision = values.of(new PolicyImprovement(values).optimum())[0] * (1 - 0.999);
        assertThat(optimum).isCloseTo(perDecision, within(0.1));
        assertThat(optimum).isGreaterThanOrEqualTo(turns);
        assertThat(turns).isGreaterThan(random + 0.5);
    }

    /** Mean reward per decision under a rule. */
    private double play(String rule) {
        try (MeasuredEnvironment environment = scenario.open(SMALL, SamplingMode.DECISIONS)) {
            Controller controller =
                    Objects.requireNonNull(scenario.controllers().get(rule)).fresh(3);
            JointObservation seen = environment.reset(3);
            double sum = 0;
            Step step;
            do {
                step = environment.step(controller.act(seen));
                seen = step.observation();
                sum += step.reward().sum();
            } while (!step.last());
            assertThat(environment.finish().values()).contains(400.0, sum);
            return sum / 400;
        }
    }

    @Test
    void oneAgentMayChooseForAll() {
        Settings central = new Settings(Map.of("states", 5, "agents", 2, "central", true));
        try (MeasuredEnvironment one = scenario.open(central, SamplingMode.DECISIONS);
                MeasuredEnvironment two = scenario.open(SMALL, SamplingMode.DECISIONS)) {
            assertThat(scenario.agents(central)).hasSize(1);
            assertThat(scenario.agents(central).get(0).actions()).isEqualTo(9);
            one.reset(4);
            two.reset(4);
            assertThat(one.step(JointAction.of(5)).reward().sum())
                    .isCloseTo(two.step(JointAction.of(2, 1)).reward().sum(), within(1e-12));
        }
    }

    @Test
    void theGraphIsAsTheSettingSays() {
        assertThat(scenario.graph(Settings.none()).edges()).hasSize(4);
        assertThat(scenario.graph(new Settings(Map.of("graph", "path"))).edges())
                .hasSize(3);
        assertThat(scenario.graph(new Settings(Map.of("graph", "complete"))).edges())
                .hasSize(6);
        assertThat(scenario.graph(new Settings(Map.of("agents", 2))).edges()).hasSize(1);
    }

    @Test
    void whatIsTooLargeIsRefusedWithTheMend() {
        assertThatThrownBy(() -> scenario.agents(new Settings(Map.of("agents", 9))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("agents: '9'")
                .hasMessageContaining("give fewer");
        assertThatThrownBy(() -> scenario.agents(new Settings(Map.of("graph", "star"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("ring, path, complete");
    }

    @Test
    void anotherSeedIsAnotherProblem() {
        assertThat(new MdpProblem(new MdpSize(2, 1, 2), 1, 0.9, false).draw().reward(0, 0))
                .isNotEqualTo(new MdpProblem(new MdpSize(2, 1, 2), 2, 0.9, false)
                        .draw()
                        .reward(0, 0));
    }
}
