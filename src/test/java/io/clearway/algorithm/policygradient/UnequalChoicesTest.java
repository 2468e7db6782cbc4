package io.clearway.algorithm.policygradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.distribution.Categorical;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agents of two and of four choices in one batch: what is learned from is the probability of what was drawn. */
class UnequalChoicesTest {
    private static final JointShape SHAPE = JointShape.of(new Task(
            new AgentGraph(List.of("few", "many"), List.of(new AgentGraph.Link("few", "many"))),
            List.of(new AgentSpec("few", 1, 2), new AgentSpec("many", 3, 4)),
            10));
    private static final boolean[][] LEGAL = {{true, true}, {true, false, true, true}};
    private static final AgentTensor OUTPUTS = AgentTensor.of(2, 1, 4, 0.3f, -0.4f, 5, 6, 1, 2, -1, 0.5f);

    private final RolloutBatch rollouts = RolloutBatch.of(List.of(EpisodeBuffer.of(trajectory(), SHAPE)), SHAPE, 1);

    private static Trajectory trajectory() {
        var seen = JointObservation.of(new float[][] {{1}, {1, 2, 3}}, LEGAL);
        return new Trajectory(
                List.of(seen, seen),
                List.of(JointAction.of(1, 3)),
                List.of(JointReward.of(new double[] {1, 2})),
                false);
    }

    @Test
    void probabilitiesAreOverTheOwnLegalChoicesAndTheSameInActingAndLearning() {
        double[][] expected = {{0.3, -0.4}, {1, Double.NEGATIVE_INFINITY, -1, 0.5}};
        for (int agent = 0; agent < 2; agent++) {
            double all = 0;
            for (double logit : expected[agent]) {
                all += Math.exp(logit);
            }
            var learning = (Categorical) SHAPE.kind().distribution(OUTPUTS, agent, 0, rollouts.legal(), 0);
            var acting = (Categorical) SHAPE.kind().distribution(agent, OUTPUTS.row(agent, 0), 0, LEGAL[agent], 0);
            for (int choice = 0; choice < expected[agent].length; choice++) {
                if (LEGAL[agent][choice]) {
                    double probability = Math.exp(expected[agent][choice]) / all;
                    assertThat(Math.exp(learning.logProbability(choice))).isCloseTo(probability, within(1e-6));
                    assertThat(acting.logProbability(choice)).isEqualTo(learning.logProbability(choice));
                }
            }
        }
        var first = (Categorical) SHAPE.kind().distribution(OUTPUTS, 0, 0, rollouts.legal(), 0);
        assertThat(first.greedy()).isZero();
    }

    @Test
    void theRatioBeginsAtOneAndWhatAnAgentLacksGetsNoGradient() {
        AgentTensor advantages = AgentTensor.of(2, 1, 1, 1, -2);
        var loss = new ClippedSurrogate(0.2, 0);
        var outcome = loss.of(rollouts, rollouts.samples(), OUTPUTS, OUTPUTS, advantages);
        assertThat(outcome.divergence()).isZero();
        assertThat(outcome.loss()).isCloseTo(0.5, within(1e-6));
        float[] gradients = outcome.gradients().values();
        for (int illegal : new int[] {2, 3, 5}) {
            assertThat(gradients[illegal]).isZero();
        }
        assertThat(gradients[1]).isNotZero();
        assertThat(gradients[7]).isNotZero();
    }
}
