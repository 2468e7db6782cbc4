package io.clearway.algorithm.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Play;
import io.clearway.algorithm.Task;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QLearnerTest {
    private static QLearner learner(Task task, Map<String, Object> settings) {
        return new QLearner(task, new Settings(settings).over(QLearningSettings.DEFAULTS), new Seeds(4));
    }

    private static Trajectory lived(boolean terminated, int[] states, double[] rewards) {
        return new Trajectory(
                Arrays.stream(states).mapToObj(TwoStates::observation).toList(),
                Collections.nCopies(rewards.length, JointAction.of(1, 0)),
                Arrays.stream(rewards)
                        .mapToObj(reward -> JointReward.of(reward / 2, reward / 2))
                        .toList(),
                terminated);
    }

    /**
     * α = ½, γ = ½ from tables of zeros. State 0, reward 4, state 1: Q(0) = 2. State 1, reward 2, state 0: Q(1) = ½ (2
     * + ½ · 2) = 1.5. State 0, reward 0, and the end: Q(0) = 2 − ½ · 2 = 1.
     */
    @Test
    void stepsByHand() {
        Map<String, Object> settings =
                Map.of("learningRate", 0.5, "learningRateDecay", 0, "discount", 0.5, "firstValues", 0);
        try (QLearner learner = learner(TwoStates.task(), settings)) {
            learner.learn(List.of(lived(true, new int[] {0, 1, 0, 1}, new double[] {4, 2, 0})));
            assertThat(learner.values(0, TwoStates.observation(0))).containsExactly(0, 1);
            assertThat(learner.values(0, TwoStates.observation(1))).containsExactly(0, 1.5);
            assertThat(learner.values(1, TwoStates.observation(1))).containsExactly(1.5, 0);
        }
    }

    /** After a time limit the last step sees what follows: Q(0) = 2, then 2 + ½ (0 + ½ · 2 − 2) = 1.5. */
    @Test
    void whatFollowsATimeLimitCounts() {
        Map<String, Object> settings =
                Map.of("learningRate", 0.5, "learningRateDecay", 0, "discount", 0.5, "firstValues", 0);
        try (QLearner learner = learner(TwoStates.task(), settings)) {
            learner.learn(List.of(lived(false, new int[] {0, 1, 0}, new double[] {4, 0})));
            assertThat(learner.values(0, TwoStates.observation(1))).containsExactly(0, 0.5);
            learner.learn(List.of(lived(false, new int[] {0, 0}, new double[] {0})));
            assertThat(learner.values(0, TwoStates.observation(0))).containsExactly(0, 1.5);
        }
    }

    /** Watkins and Dayan 1992: one agent for all, every action tried again and again, comes to Q*. */
    @Test
    void oneAgentForAllComesToTheOptimalValues() {
        double[] best = TwoStates.optimum();
        Map<String, Object> settings =
                Map.of("lastExploration", 1, "learningRateDecay", 0.8, "discount", TwoStates.DISCOUNT);
        try (QLearner learner = learner(TwoStatesAsOne.task(), settings)) {
            for (int round = 0; round < 2000; round++) {
                learner.learn(Play.episodes(new TwoStatesAsOne(), learner::behaviorPolicy, round, 1));
            }
            Controller policy = learner.policy().fresh(1);
            for (int state = 0; state < 2; state++) {
                JointObservation seen = TwoStatesAsOne.observation(state);
                double[] learned = learner.values(0, seen);
                for (int action = 0; action < 4; action++) {
                    assertThat(learned[action])
                            .isCloseTo(TwoStates.joint(best, state, action / 2, action % 2), within(0.1));
                }
                int chosen = policy.act(seen).choice(0);
                assertThat(TwoStates.joint(best, state, chosen / 2, chosen % 2)).isCloseTo(best[state], within(1e-9));
            }
        }
    }

    /** ε falls from 0.8 to 0.2 over 100 decisions, and an agent leaves its best action in half of the cases of ε. */
    @Test
    void explorationFallsWithTheDecisions() {
        Map<String, Object> settings =
                Map.of("firstExploration", 0.8, "lastExploration", 0.2, "explorationDecisions", 100);
        try (QLearner learner = learner(TwoStates.task(), settings)) {
            assertThat(learner.exploration()).isEqualTo(0.8);
            learner.learn(Play.episodes(new TwoStates(), learner::behaviorPolicy, 1, 1));
            assertThat(learner.exploration()).isCloseTo(0.5, within(1e-12));
            learner.learn(Play.episodes(new TwoStates(), learner::behaviorPolicy, 2, 3));
            assertThat(learner.exploration()).isEqualTo(0.2);
            JointObservation seen = TwoStates.observation(0);
            int best = learner.policy().fresh(1).act(seen).choice(0);
            Controller exploring = learner.behaviorPolicy(9);
            int others = 0;
            for (int k = 0; k < 10_000; k++) {
                others += exploring.act(seen).choice(0) == best ? 0 : 1;
            }
            assertThat(others / 10_000.0).isCloseTo(0.1, within(0.02));
        }
    }

    @Test
    void anIllegalActionIsNeitherTakenNorCounted() {
        assertThat(GreedyTables.best(new double[] {9, 1, 3}, new boolean[] {false, true, true}))
                .isEqualTo(2);
        var masked = JointObservation.of(new float[][] {{7}, {7}}, new boolean[][] {{false, true}, {true, false}});
        try (QLearner learner = learner(TwoStates.task(), Map.of())) {
            for (int k = 0; k < 20; k++) {
                assertThat(learner.behaviorPolicy(k).act(masked)).isEqualTo(JointAction.of(1, 0));
            }
            assertThat(learner.policy().fresh(1).act(masked)).isEqualTo(JointAction.of(1, 0));
        }
    }

    @Test
    void moreStatesThanATableMayHoldAreRefusedWithTheMend() {
        try (QLearner learner = learner(TwoStates.task(), Map.of("mostStates", 1))) {
            List<Trajectory> round = Play.episodes(new TwoStates(), learner::behaviorPolicy, 1, 1);
            assertThatThrownBy(() -> learner.learn(round))
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessageContaining("mostStates: '1'")
                    .hasMessageContaining("give more");
        }
    }
}
