package io.clearway.algorithm.a2c;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.a2c.method.Ia2c;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Link;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Returns against values computed by hand, on a line a – b – c and an agent d that nobody is connected to. */
class NStepReturnsTest {
    private static final Offset<Float> CLOSE = Offset.offset(1e-5f);
    private static final Task TASK = new Task(
            new AgentGraph(List.of("a", "b", "c", "d"), List.of(new Link("a", "b"), new Link("b", "c"))),
            List.of(
                    new AgentSpec("a", 1, 2),
                    new AgentSpec("b", 1, 2),
                    new AgentSpec("c", 1, 3),
                    new AgentSpec("d", 1, 2)),
            60);
    private static final JointShape SHAPE = JointShape.of(TASK);

    /** An episode in which agent i takes action t mod 2 and is rewarded with (i + 1)(t + 1). */
    private static EpisodeBuffer episode(int steps, boolean terminated) {
        List<JointObservation> observations = new ArrayList<>();
        List<JointAction> actions = new ArrayList<>();
        List<JointReward> rewards = new ArrayList<>();
        for (int time = 0; time <= steps; time++) {
            observations.add(JointObservation.of(
                    new float[][] {{time}, {time}, {time}, {time}},
                    new boolean[][] {{true, true}, {true, true}, {true, true, true}, {true, true}}));
            if (time < steps) {
                actions.add(JointAction.of(time % 2, time % 2, time % 2, time % 2));
                rewards.add(JointReward.of(time + 1, 2 * (time + 1), 3 * (time + 1), 4 * (time + 1)));
            }
        }
        return EpisodeBuffer.of(new Trajectory(observations, actions, rewards, terminated), SHAPE);
    }

    private static CommunicatingEpisode communicating(EpisodeBuffer episode, double spatialDiscount) {
        return new CommunicatingEpisode(
                episode,
                MessageLog.ofRule(episode, SHAPE),
                new SpatialRewards(TASK.graph(), spatialDiscount).of(episode));
    }

    private static CommunicationTopology topology() {
        return CommunicationTopology.of(TASK, new Ia2c().defaults(), false);
    }

    @Test
    void rewardsOfOthersCountLessByEveryHop() {
        EpisodeBuffer episode = episode(1, false);
        assertThat(new SpatialRewards(TASK.graph(), 0.5).of(episode)).isDeepEqualTo(new double[][] {
            {1 + 0.5 * 2 + 0.25 * 3}, {2 + 0.5 * 4}, {3 + 1 + 0.25}, {4}
        });
        assertThat(new SpatialRewards(TASK.graph(), 0).of(episode)).isDeepEqualTo(new double[][] {{1}, {2}, {3}, {4}});
        assertThat(new SpatialRewards(TASK.graph(), 1).of(episode))
                .isDeepEqualTo(new double[][] {{10}, {10}, {10}, {10}});
    }

    @Test
    void whatFollowsABatchIsBootstrappedUnlessTheProcessEnded() {
        Sequence goesOn = new Sequence(topology(), List.of(communicating(episode(5, true), 0)), 0, 2);
        Sequence ends = new Sequence(topology(), List.of(communicating(episode(5, true), 0)), 3, 2);
        Sequence cutOff = new Sequence(topology(), List.of(communicating(episode(5, false), 0)), 3, 2);
        AgentTensor values = AgentTensor.zeros(4, 3, 1);
        values.set(0, 2, 0, 8);
        // rewards 1, 2 and 4, 5 in units of 2
        assertThat(NStepReturns.of(goesOn, values, 0.5, 2).values())
                .startsWith(0.5f + 0.5f * (1 + 0.5f * 8), 1 + 0.5f * 8, 0);
        assertThat(NStepReturns.of(ends, values, 0.5, 2).values()).startsWith(2 + 0.5f * 2.5f, 2.5f, 0);
        assertThat(NStepReturns.of(cutOff, values, 0.5, 2).values()).startsWith(2 + 0.5f * (2.5f + 4), 2.5f + 4, 0);
    }

    @Test
    void episodesOfUnequalLengthStandSideBySide() {
        Sequence sequence = new Sequence(
                topology(), List.of(communicating(episode(2, true), 0), communicating(episode(3, false), 0)), 0, 10);
        assertThat(sequence.steps()).isEqualTo(3);
        assertThat(sequence.decisions()).isEqualTo(5);
        AgentTensor values = AgentTensor.zeros(4, sequence.rows(), 1);
        values.set(0, sequence.row(3, 1), 0, 100);
        AgentTensor returns = NStepReturns.of(sequence, values, 1, 1);
        assertThat(returns.get(0, sequence.row(0, 0), 0)).isCloseTo(3, CLOSE);
        assertThat(returns.get(0, sequence.row(2, 0), 0)).isZero();
        assertThat(returns.get(0, sequence.row(0, 1), 0)).isCloseTo(106, CLOSE);
    }

    @Test
    void neighborsActionsAreCodedAndProbableOnesAfterTheLastObservation() {
        Sequence sequence = new Sequence(topology(), List.of(communicating(episode(2, false), 0)), 0, 2);
        AgentTensor codes = sequence.actionCodes(AgentTensor.zeros(4, 3, 3));
        assertThat(codes.row(2, sequence.row(0, 0))).containsExactly(1, 0, 0);
        assertThat(codes.row(2, sequence.row(1, 0))).containsExactly(0, 1, 0);
        assertThat(codes.row(2, sequence.row(2, 0))).containsExactly(new float[] {1 / 3f, 1 / 3f, 1 / 3f}, CLOSE);
        // d has two actions; the third is only there because c has it
        assertThat(codes.row(3, sequence.row(2, 0))).containsExactly(0.5f, 0.5f, 0);
    }

    @Test
    void theLossPullsTowardGoodActionsHigherEntropyAndTheReturn() {
        Sequence sequence = new Sequence(topology(), List.of(communicating(episode(1, true), 0)), 0, 1);
        AgentTensor logits = AgentTensor.zeros(4, 2, 3);
        logits.set(0, 0, 0, 1);
        AgentTensor values = AgentTensor.zeros(4, 2, 1);
        AgentTensor returns = values.zerosLike();
        returns.set(0, 0, 0, 2);
        var outcome = new A2cLoss(0.5, 0, false).of(sequence, logits, values, Optional.empty(), returns);
        float p = (float) (Math.E / (Math.E + 1));
        assertThat(outcome.gradients().descriptions().row(0, 0))
                .containsExactly(new float[] {-2 * (1 - p), 2 * (1 - p), 0}, CLOSE);
        assertThat(outcome.gradients().values().get(0, 0, 0)).isCloseTo(-0.5f * 2, CLOSE);
        assertThat(outcome.losses().valueLoss()).isCloseTo(1, Offset.offset(1e-6));
        returns.set(0, 0, 0, 0);
        var entropy = new A2cLoss(0.5, 1, false).of(sequence, logits, values, Optional.empty(), returns);
        // going downhill makes the likelier action less likely
        assertThat(entropy.gradients().descriptions().get(0, 0, 0)).isPositive();
        assertThat(entropy.gradients().descriptions().get(0, 0, 1)).isNegative();
    }
}
