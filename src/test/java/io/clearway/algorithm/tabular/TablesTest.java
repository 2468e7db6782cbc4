package io.clearway.algorithm.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Play;
import io.clearway.algorithm.tabular.TabularCritic.FirstValues;
import io.clearway.algorithm.tabular.TabularCritic.StepSize;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.distribution.Categorical;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final boolean[] BOTH = {true, true};
    private static final double[][] UNIFORM = {{0.5, 0.5}, {0.5, 0.5}};

    /** Eq. 7 with α = 1, then 2^−0.6. */
    @Test
    void evaluationByHand() {
        TabularCritic critic = new TabularCritic(2, new StepSize(1, 0.6), new FirstValues(1, 0));
        critic.reserve(1);
        assertThat(critic.evaluate(0, 1, 3)).isEqualTo(3);
        assertThat(critic.values(0)).containsExactly(new double[] {0, 3}, within(0.0));
        assertThat(critic.evaluate(0, 1, 5)).isEqualTo(2);
        assertThat(critic.values(0)[1]).isCloseTo(3 + 2 * 0.659754, within(1e-6));
        assertThat(critic.visits(0)).isEqualTo(2);
    }

    /** Eq. 32–34: π = (½, ½), v = 1, so that ζ changes by β · ½ · (±1). */
    @Test
    void improvementByHand() {
        TabularActor actor = new TabularActor(2, -0.3, 5);
        actor.reserve(1);
        actor.improve(0, actor.policy(0, BOTH), new double[] {0, 2}, 0.4);
        assertThat(actor.preferences(0)).containsExactly(-0.2f, 0.2f);
        assertThat((double) actor.policy(0, BOTH).probability(1)).isCloseTo(1 / (1 + Math.exp(-0.4)), within(1e-6));
        actor.improve(0, actor.policy(0, BOTH), new double[] {0, 2}, 0.4);
        assertThat(actor.preferences(0)[0]).isEqualTo(-0.3f);
    }

    @Test
    void anIllegalActionIsNeitherTakenNorChanged() {
        TabularActor actor = new TabularActor(3, -5, 5);
        actor.reserve(1);
        Categorical policy = actor.policy(0, new boolean[] {true, false, true});
        assertThat(policy.probability(1)).isZero();
        actor.improve(0, policy, new double[] {0, 100, 2}, 1);
        assertThat(actor.preferences(0)).containsExactly(-0.5f, 0, 0.5f);
    }

    /** Theorem 1: under fixed policies every agent's table comes to Q_π^i. */
    @Test
    void criticsConvergeToTheirTrueValues() {
        var settings = new Settings(Map.of("actorRate", 0, "criticDecay", 0.8, "discount", TwoStates.DISCOUNT));
        double[] value = TwoStates.value(UNIFORM);
        try (var learner =
                new TabularLearner(TwoStates.task(), settings.over(TabularSettings.DEFAULTS), new Seeds(4))) {
            double farBefore = 0;
            for (int round = 0; round < 2000; round++) {
                learner.learn(Play.episodes(new TwoStates(), learner::behaviorPolicy, round, 1));
                farBefore = round == 0 ? farthest(learner, value) : farBefore;
            }
            assertThat(farBefore).isGreaterThan(0.3);
            assertThat(farthest(learner, value)).isLessThan(0.1);
        }
    }

    private static double farthest(TabularLearner learner, double[] value) {
        double farthest = 0;
        for (int agent = 0; agent < 2; agent++) {
            for (int state = 0; state < 2; state++) {
                double[] learned = learner.values(agent, TwoStates.observation(state));
                for (int own = 0; own < 2; own++) {
                    double exact = TwoStates.local(UNIFORM, value, agent, state, own);
                    farthest = Math.max(farthest, Math.abs(learned[own] - exact));
                }
            }
        }
        return farthest;
    }

    /**
     * Theorem 2 for the improvement that Algorithm 1 takes: one agent at a time, with exact critics, a gradient step of
     * any size raises the value of every state or keeps it.
     */
    @Test
    void gradientStepsInTurnImproveEveryState() {
        List<TabularActor> actors = List.of(new TabularActor(2, -8, 8), new TabularActor(2, -8, 8));
        actors.forEach(actor -> actor.reserve(2));
        double[] first = TwoStates.value(policies(actors));
        double[] before = first;
        for (int k = 0; k < 400; k++) {
            double[][] policy = policies(actors);
            TabularActor actor = actors.get(k % 2);
            for (int state = 0; state < 2; state++) {
                double[] values = new double[2];
                for (int own = 0; own < 2; own++) {
                    values[own] = TwoStates.local(policy, before, k % 2, state, own);
                }
                actor.improve(state, actor.policy(state, BOTH), values, 1 + k % 3);
            }
            double[] after = TwoStates.value(policies(actors));
            assertThat(after[0]).isGreaterThanOrEqualTo(before[0] - 1e-6);
            assertThat(after[1]).isGreaterThanOrEqualTo(before[1] - 1e-6);
            before = after;
        }
        assertThat(before[0]).isGreaterThan(first[0] + 1);
        assertThat(before[1]).isGreaterThan(first[1] + 1);
    }

    private static double[][] policies(List<TabularActor> actors) {
        double[][] policies = new double[2][2];
        for (int agent = 0; agent < 2; agent++) {
            for (int state = 0; state < 2; state++) {
                policies[agent][state] = actors.get(agent).policy(state, BOTH).probability(1);
            }
        }
        return policies;
    }

    @Test
    void moreStatesThanATableMayHoldAreRefusedWithTheMend() {
        var settings = new Settings(Map.of("mostStates", 1));
        try (var learner =
                new TabularLearner(TwoStates.task(), settings.over(TabularSettings.DEFAULTS), new Seeds(4))) {
            List<Trajectory> round = Play.episodes(new TwoStates(), learner::behaviorPolicy, 1, 1);
            assertThatThrownBy(() -> learner.learn(round))
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessageContaining("mostStates: '1'")
                    .hasMessageContaining("give more");
        }
    }
}
