package io.clearway.scenario.atsc.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.evolution.EvolutionStrategies;
import io.clearway.algorithm.ppo.Ppo;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.network.Seeds;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.atsc.TwoSignals;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.ObservationPart;
import io.clearway.scenario.atsc.definition.ReferenceRule;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.ObservationView;
import io.clearway.scenario.atsc.sensing.ReadingsInput;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A policy on features of stages begins as the rule that the first feature follows, decision by decision but for ties.
 */
class StartAsRuleTest {
    private static final int DECISIONS = 1000;
    // a rule's scores are double, observations are float: equal sums in another order are a tie for the policy only
    private static final double ROUNDING = 1e-9;
    private static final Settings NO_WARM_START = new Settings(Map.of("warmStart", "", "warmStartEpisodes", 0));
    private static final Settings ROWS = NO_WARM_START.changedBy(Map.of("rowPerAction", true, "preferenceScale", 20));

    private final ControlledSignal signal = TwoSignals.network().signals().get(0);
    private final RandomGenerator chance = new Seeds(5).generator("traffic", 0);

    @ParameterizedTest
    @EnumSource
    void theFirstPolicyOfEvolutionStrategiesChoosesAsTheRule(ReferenceRule reference) {
        requireRule(reference, new EvolutionStrategies(), NO_WARM_START);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstPolicyOfActionRowsChoosesAsTheRule(ReferenceRule reference) {
        requireRule(reference, Ppo.decentralized(), ROWS);
    }

    @Test
    void onAnEmptyRoadTheShownStageStays() {
        ObservationView view = ObservationView.of(
                List.of(ObservationPart.STAGES), DetectorSpec.GRID, SignalRules.preference(ReferenceRule.MAX_PRESSURE));
        ReadingsInput readings = new ReadingsInput(signal);
        readings.setState(100, 1, 600);
        JointObservation empty =
                JointObservation.of(new float[][] {view.of(readings.get())}, new boolean[][] {{true, true, true}});
        try (Learner learner = Ppo.decentralized().start(task(view), ROWS, new Seeds(1))) {
            assertThat(learner.policy().fresh(1).act(empty).choice(0)).isEqualTo(1);
        }
    }

    private void requireRule(ReferenceRule reference, Algorithm algorithm, Settings settings) {
        ObservationView view = ObservationView.of(
                List.of(ObservationPart.STAGES), DetectorSpec.GRID, SignalRules.preference(reference));
        SignalRules.Rule found = SignalRules.of(TwoSignals.TIMING).get(reference.ruleName());
        Controller rule = Objects.requireNonNull(found).source().fresh(1);
        int changes = 0;
        int ties = 0;
        try (Learner learner = algorithm.start(task(view), settings, new Seeds(1))) {
            Controller policy = learner.policy().fresh(1);
            for (int decision = 0; decision < DECISIONS; decision++) {
                SensedObservation observation = drawn(view);
                int chosen = rule.act(observation).choice(0);
                int learned = policy.act(observation).choice(0);
                if (learned != chosen) {
                    assertThat(score(reference, learned, observation))
                            .as("decision %d: %s", decision, observation)
                            .isCloseTo(score(reference, chosen, observation), within(ROUNDING));
                    ties++;
                }
                changes += chosen == 0 ? 0 : 1;
            }
        }
        assertThat(changes).isBetween(DECISIONS / 10, DECISIONS * 9 / 10);
        assertThat(ties).isLessThan(DECISIONS / 100);
    }

    private double score(ReferenceRule reference, int phase, SensedObservation observation) {
        SignalReadings readings =
                SensedObservation.readings(observation, SignalReadings.class).get(0);
        return SignalRules.preference(reference).score(signal.phases().get(phase), readings);
    }

    private Task task(ObservationView view) {
        AgentSpec agent = new AgentSpec("A", view.size(signal), signal.phases().size());
        return new Task(new AgentGraph(List.of("A"), List.of()), List.of(agent), DECISIONS);
    }

    private SensedObservation drawn(ObservationView view) {
        ReadingsInput readings = new ReadingsInput(signal);
        int phases = signal.phases().size();
        readings.setState(chance.nextInt(3600), chance.nextInt(phases), 5 * chance.nextInt(10));
        for (int lane = 0; lane < signal.incoming().size(); lane++) {
            int vehicles = chance.nextInt(8);
            readings.setLane(lane, vehicles, vehicles == 0 ? 0 : chance.nextInt(vehicles + 1));
        }
        for (int lane = 0; lane < signal.outgoing().size(); lane++) {
            readings.setDownstream(lane, chance.nextInt(10));
        }
        boolean[] legal = new boolean[phases];
        for (int phase = 0; phase < phases; phase++) {
            legal[phase] = chance.nextInt(4) > 0;
        }
        legal[chance.nextInt(phases)] = true;
        return new SensedObservation(
                JointObservation.of(new float[][] {view.of(readings.get())}, new boolean[][] {legal}),
                List.of(readings.get()));
    }
}
