package io.clearway.algorithm.policygradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.experience.DiscreteActions;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.neural.AgentTensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvantagesTest {
    private static final JointShape ONE = new JointShape(List.of(new AgentSpec("a", 1, 2)), 1, new DiscreteActions(2));
    private static final JointShape THREE = new JointShape(
            List.of(new AgentSpec("a", 1, 2), new AgentSpec("b", 1, 2), new AgentSpec("c", 1, 2)),
            1,
            new DiscreteActions(2));
    private static final AgentGraph STREET = new AgentGraph(
            List.of("a", "b", "c"), List.of(new AgentGraph.Link("a", "b"), new AgentGraph.Link("b", "c")));

    /** By hand, γ = 0.5, λ = 0.5, r = 1, 2, 4, V = 1, 1, 2, then 6. */
    @Test
    void estimatesEqualThoseComputedByHand() {
        RolloutBatch play = rewarded(false, 1, 2, 4);
        AgentTensor values = numbers(1, 1, 2);
        AgentTensor advantages = Advantages.generalized(play, values, numbers(6), 0.5, 0.5);
        // δ = 1 + 0.5 − 1, 2 + 1 − 1, 4 + 3 − 2; A_2 = 5, A_1 = 2 + 0.25 · 5, A_0 = 0.5 + 0.25 · 3.25.
        assertThat(advantages.values()).containsExactly(1.3125f, 3.25f, 5f);
        assertThat(Advantages.returns(advantages, values).values()).containsExactly(2.3125f, 4.25f, 7f);
    }

    @Test
    void whatFollowsCountsAfterATimeLimitButNotAfterTheEnd() {
        AgentTensor values = numbers(0, 0, 0);
        AgentTensor cut = Advantages.generalized(rewarded(false, 0, 0, 0), values, numbers(8), 0.5, 1);
        AgentTensor ended = Advantages.generalized(rewarded(true, 0, 0, 0), values, numbers(8), 0.5, 1);
        assertThat(cut.values()).containsExactly(1, 2, 4);
        assertThat(ended.values()).containsExactly(0, 0, 0);
    }

    @Test
    void anEndInAnAbsorbingStateIsWorthItsRewardForEver() {
        RolloutBatch absorbed = rewarded(true, 0, 0, 0);
        absorbed.staying().set(0, 0, 0, -4);
        AgentTensor advantages = Advantages.generalized(absorbed, numbers(0, 0, 0), numbers(8), 0.5, 1);
        // −4 / (1 − 0.5) a step later
        assertThat(advantages.values()).containsExactly(-1, -2, -4);
    }

    @Test
    void segmentsDoNotLeakIntoEachOther() {
        RolloutBatch play = RolloutBatch.empty(ONE, 3, List.of(new Segment(0, 1, 0, true), new Segment(1, 2, 0, true)));
        play.rewards().set(0, 2, 0, 7);
        AgentTensor advantages = Advantages.generalized(play, numbers(0, 0, 0), numbers(0, 0), 1, 1);
        assertThat(advantages.values()).containsExactly(0, 7, 7);
    }

    @Test
    void anAgentCountsItsNeighborsAdvantagesAndItsOwn() {
        var reach = new NeighborhoodInputs(STREET, THREE, 1, false);
        AgentTensor joint = Advantages.overNeighborhoods(AgentTensor.of(3, 1, 1, 3, 30, 300), reach);
        assertThat(joint.values()).containsExactly(11, 111, 110);
    }

    @Test
    void eachAgentsAdvantagesAreNormalizedOverAllItsSamples() {
        RolloutBatch play = RolloutBatch.empty(ONE, 4, List.of(new Segment(0, 2, 0, true), new Segment(2, 2, 0, true)));
        AgentTensor advantages = numbers(1, 2, 3, 6);
        Advantages.normalize(play, advantages);
        double deviation = Math.sqrt(3.5);
        assertThat(advantages.get(0, 0, 0)).isCloseTo((float) (-2 / deviation), within(1e-4f));
        assertThat(advantages.get(0, 3, 0)).isCloseTo((float) (3 / deviation), within(1e-4f));
    }

    /** Of one agent. */
    private static AgentTensor numbers(float... values) {
        return AgentTensor.of(1, values.length, 1, values);
    }

    private static RolloutBatch rewarded(boolean terminated, float... rewards) {
        RolloutBatch play =
                RolloutBatch.empty(ONE, rewards.length, List.of(new Segment(0, rewards.length, 0, terminated)));
        System.arraycopy(rewards, 0, play.rewards().values(), 0, rewards.length);
        return play;
    }
}
