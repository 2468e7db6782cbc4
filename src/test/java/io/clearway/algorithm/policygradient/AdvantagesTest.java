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
        float[] values = {1, 1, 2};
        float[] advantages = Advantages.generalized(play, values, new float[] {6}, 0.5, 0.5);
        // δ = 1 + 0.5 − 1, 2 + 1 − 1, 4 + 3 − 2; A_2 = 5, A_1 = 2 + 0.25 · 5, A_0 = 0.5 + 0.25 · 3.25.
        assertThat(advantages).containsExactly(1.3125f, 3.25f, 5f);
        assertThat(Advantages.returns(advantages, values)).containsExactly(2.3125f, 4.25f, 7f);
    }

    @Test
    void whatFollowsCountsAfterATimeLimitButNotAfterTheEnd() {
        float[] values = {0, 0, 0};
        float[] cut = Advantages.generalized(rewarded(false, 0, 0, 0), values, new float[] {8}, 0.5, 1);
        float[] ended = Advantages.generalized(rewarded(true, 0, 0, 0), values, new float[] {8}, 0.5, 1);
        assertThat(cut).containsExactly(1, 2, 4);
        assertThat(ended).containsExactly(0, 0, 0);
    }

    @Test
    void stretchesDoNotLeakIntoEachOther() {
        RolloutBatch play = RolloutBatch.empty(ONE, 3, List.of(new Segment(0, 1, 0, true), new Segment(1, 2, 0, true)));
        play.rewards()[2] = 7;
        float[] advantages = Advantages.generalized(play, new float[3], new float[2], 1, 1);
        assertThat(advantages).containsExactly(0, 7, 7);
    }

    @Test
    void anAgentCountsItsNeighborsAdvantagesAndItsOwn() {
        RolloutBatch play = RolloutBatch.empty(THREE, 1, List.of(new Segment(0, 1, 0, true)));
        var reach = new NeighborhoodInputs(STREET, THREE, 1, false);
        float[] joint = Advantages.overNeighborhoods(play, new float[] {3, 30, 300}, reach);
        assertThat(joint).containsExactly(11, 111, 110);
    }

    @Test
    void eachAgentsAdvantagesAreNormalizedOverAllItsSamples() {
        RolloutBatch play = RolloutBatch.empty(ONE, 4, List.of(new Segment(0, 2, 0, true), new Segment(2, 2, 0, true)));
        float[] advantages = {1, 2, 3, 6};
        Advantages.normalize(play, advantages);
        double deviation = Math.sqrt(3.5);
        assertThat(advantages[0]).isCloseTo((float) (-2 / deviation), within(1e-4f));
        assertThat(advantages[3]).isCloseTo((float) (3 / deviation), within(1e-4f));
    }

    private static RolloutBatch rewarded(boolean terminated, float... rewards) {
        RolloutBatch play =
                RolloutBatch.empty(ONE, rewards.length, List.of(new Segment(0, rewards.length, 0, terminated)));
        System.arraycopy(rewards, 0, play.rewards(), 0, rewards.length);
        return play;
    }
}
