package io.clearway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.ActionSpace;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule of every scenario of the catalog keeps, on real SUMO. */
@ParameterizedClass
@MethodSource("rules")
class ControllerContractTest {
    private static final int SOME_DECISIONS = 20;

    private final Scenario scenario;
    private final String rule;

    ControllerContractTest(String scenario, String rule) {
        this.scenario = SumoCatalog.scenario(scenario);
        this.rule = rule;
    }

    static Stream<Arguments> rules() {
        return SumoCatalog.names().stream()
                .flatMap(name ->
                        SumoCatalog.named(name).controllers().keySet().stream().map(rule -> Arguments.of(name, rule)));
    }

    @Test
    void everyAgentGetsALegalChoiceInTheSettingsOfALearner() {
        requireLegal(Settings.none());
    }

    @Test
    void equalSeedsGiveEqualBehavior() {
        assertThat(play(3)).isEqualTo(play(3));
    }

    private void requireLegal(Settings settings) {
        try (MeasuredEnvironment environment = scenario.open(settings, SamplingMode.DECISIONS)) {
            Controller controller = Episodes.rule(scenario, rule, 1);
            JointObservation seen = environment.reset(1);
            for (int decision = 0; decision < SOME_DECISIONS; decision++) {
                JointAction action = controller.act(seen);
                assertThat(action.agents()).isEqualTo(seen.agents());
                for (int agent = 0; agent < seen.agents(); agent++) {
                    requireLegal(environment.agents().get(agent).space(), action, seen, agent);
                }
                seen = environment.step(action).observation();
            }
        }
    }

    private static void requireLegal(ActionSpace space, JointAction action, JointObservation seen, int agent) {
        if (space instanceof ActionSpace.Box box) {
            assertThat(action.numbers(agent)).isEqualTo(box.numbers().size());
            for (int number = 0; number < box.numbers().size(); number++) {
                ActionSpace.Interval bounds = box.numbers().get(number);
                assertThat(action.value(agent, number)).isBetween(bounds.low(), bounds.high());
            }
        } else {
            assertThat(seen.legal(agent)[action.choice(agent)]).isTrue();
        }
    }

    private List<List<Object>> play(long seed) {
        Settings settings = scenario.settingsFor(rule, Settings.none());
        try (MeasuredEnvironment environment = scenario.open(settings, SamplingMode.DECISIONS)) {
            return Episodes.play(environment, Episodes.rule(scenario, rule, seed), seed, SOME_DECISIONS);
        }
    }
}
