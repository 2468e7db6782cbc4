package io.clearway.algorithm.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Play;
import io.clearway.algorithm.SmallGame;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.policygradient.ActionSelection;
import io.clearway.algorithm.policygradient.AgentFunctions;
import io.clearway.algorithm.policygradient.BehaviorCloning;
import io.clearway.algorithm.policygradient.ClippedSurrogate;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.algorithm.policygradient.NeighborhoodFunctions;
import io.clearway.network.ActionSpace.Box;
import io.clearway.network.ActionSpace.Interval;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.distribution.Gaussian;
import io.clearway.neural.optimizer.Adam;
import io.clearway.setting.InvalidSetting;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real numbers as actions: kept in units of their interval, drawn from normal distributions, learned like choices. */
class RealActionsTest {
    private static final int SAMPLES = 40;
    private static final SmallGame TANKS = SmallGame.twoTanks();
    private static final JointShape SHAPE = JointShape.of(TANKS.task());

    private final SplittableRandom chance = new SplittableRandom(5);

    @Test
    void theBoundsOfAnIntervalAreMinusOneAndOne() {
        var kind = new RealActions(List.of(Box.of(-3, 3), Box.of(0, 10)));
        JointAction joint = JointAction.ofValues(-3, 7.5);
        float[] kept = new float[2];
        kind.keep(joint, 0, kept, 0);
        kind.keep(joint, 1, kept, 1);
        assertThat(kept).containsExactly(-1, 0.5f);
        assertThat(kind.joint(new float[] {-1, 0.5f})).isEqualTo(joint);
    }

    @Test
    void whatIsDrawnBeyondTheBoundsIsKeptButCutForModels() {
        var kind = new RealActions(List.of(Box.of(-3, 3)));
        assertThat(kind.joint(new float[] {2}).value(0)).isEqualTo(6);
        float[] code = new float[1];
        kind.encode(new float[] {0, 2}, 1, code, 0);
        assertThat(code).containsExactly(1);
    }

    /** The first agent has two numbers, the second one: what it lacks is 0 and changes nothing. */
    @Test
    void agentsMayChooseDifferentCountsOfNumbers() {
        var kind = new RealActions(List.of(new Box(List.of(new Interval(-3, 3), new Interval(0, 10))), Box.of(0, 1)));
        JointAction joint = JointAction.ofVectors(new double[] {1.5, 10}, new double[] {0.25});
        float[] kept = new float[4];
        kind.keep(joint, 0, kept, 0);
        kind.keep(joint, 1, kept, 2);
        assertThat(kept).containsExactly(0.5f, 1, -0.5f, 0);
        assertThat(kind.joint(kept)).isEqualTo(joint);
        float[] description = {0.1f, 7, -0.5f, 5};
        var lacking = kind.distribution(1, description, 0, new boolean[0], 0);
        var alone = new Gaussian(0.1f, -0.5f);
        assertThat(lacking.logProbability(kept, 2)).isEqualTo(alone.logDensity(-0.5f));
        assertThat(lacking.entropy()).isEqualTo(alone.entropy());
        float[] gradients = new float[4];
        lacking.addLogProbabilityGradient(kept, 2, 1, gradients, 0);
        lacking.addEntropyGradient(1, gradients, 0);
        assertThat(gradients[0]).isNotZero();
        assertThat(gradients[2]).isNotZero();
        assertThat(new float[] {gradients[1], gradients[3]}).containsExactly(0, 0);
        float[] drawn = new float[4];
        lacking.sample(chance, drawn, 2);
        assertThat(drawn[2]).isNotZero();
        assertThat(drawn[3]).isZero();
    }

    @Test
    void whatIsNoNumberCannotBeLearnedFrom() {
        var kind = new RealActions(List.of(Box.of(-3, 3)));
        assertThatThrownBy(() -> kind.keep(JointAction.ofValues(Double.NaN), 0, new float[1], 0))
                .hasMessageContaining("Action NaN of agent 0");
    }

    @Test
    void unlessToldOtherwiseNumbersAreTakenAtTheirMeanAndChoicesDrawn() {
        assertThat(ActionSelection.AUTO.draws(SHAPE.kind())).isFalse();
        assertThat(ActionSelection.AUTO.draws(new DiscreteActions(3))).isTrue();
        assertThat(ActionSelection.SAMPLED.draws(SHAPE.kind())).isTrue();
        assertThat(ActionSelection.GREEDY.draws(new DiscreteActions(3))).isFalse();
    }

    @Test
    void agentsOfTwoKindsAreRefused() {
        var graph = new AgentGraph(List.of("a", "b"), List.of());
        var mixed = new Task(graph, List.of(new AgentSpec("a", 1, 2), new AgentSpec("b", 1, Box.of(0, 1))), 10);
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> JointShape.of(mixed))
                .withMessageContaining("1 agents with continuous and 1 with discrete actions");
    }

    @Test
    void gradientsOfTheSurrogateEqualFiniteDifferences() {
        RolloutBatch play = RolloutBatch.empty(SHAPE, SAMPLES, List.of(new Segment(0, SAMPLES, 0, true)));
        AgentTensor old = AgentTensor.zeros(2, SAMPLES, 2);
        AgentTensor fresh = old.zerosLike();
        AgentTensor advantages = AgentTensor.zeros(2, SAMPLES, 1);
        for (int agent = 0; agent < 2; agent++) {
            for (int row = 0; row < SAMPLES; row++) {
                float mean = (float) chance.nextGaussian();
                float moved = mean + 0.1f * (float) chance.nextGaussian();
                float action;
                do {
                    action = mean + 0.6f * (float) chance.nextGaussian();
                } while (nearAKink(action, new Gaussian(moved, -0.4f), mean));
                old.set(agent, row, 0, mean);
                old.set(agent, row, 1, -0.5f);
                fresh.set(agent, row, 0, moved);
                fresh.set(agent, row, 1, -0.4f);
                play.actions().set(agent, row, 0, action);
                advantages.set(agent, row, 0, (float) chance.nextGaussian());
            }
        }
        var loss = new ClippedSurrogate(0.2, 0.1);
        float[] gradients = loss.of(play, play.samples(), fresh, old, advantages)
                .gradients()
                .values();
        float[] moved = fresh.values();
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < moved.length; i++) {
            float kept = moved[i];
            moved[i] = kept + 1e-3f;
            double above = total(loss.of(play, play.samples(), fresh, old, advantages));
            moved[i] = kept - 1e-3f;
            double below = total(loss.of(play, play.samples(), fresh, old, advantages));
            moved[i] = kept;
            largest = Math.max(largest, Math.abs(gradients[i]));
            worst = Math.max(worst, Math.abs((above - below) / 2e-3 - gradients[i]));
        }
        assertThat(largest).isGreaterThan(0.01);
        assertThat(worst).isLessThan(1e-3 * largest);
    }

    /** Whether the ratio is so close to where it is clipped that a small step goes across. */
    private static boolean nearAKink(float action, Gaussian fresh, float oldMean) {
        double ratio = Math.exp(fresh.logDensity(action) - new Gaussian(oldMean, -0.5f).logDensity(action));
        return Math.abs(Math.abs(ratio - 1) - 0.2) < 0.02;
    }

    /** Every agent's loss is its own mean over the minibatch; their sum has the same gradients. */
    private static double total(ClippedSurrogate.Outcome outcome) {
        return 2 * (outcome.loss() - 0.1 * outcome.entropy());
    }

    @Test
    void cloningLearnsARulesNumbersAndLeavesTheDeviation() {
        try (ComputePool pool = new ComputePool(1);
                DecentralizedPolicy policy = policy(ParameterSharing.NONE, pool)) {
            List<EpisodeBuffer> demonstrations = Play.episodes(TANKS.open(), TANKS.rule(), 1, 30).stream()
                    .map(trajectory -> EpisodeBuffer.of(trajectory, SHAPE))
                    .toList();
            new BehaviorCloning(policy, Adam.of(3e-3), 64)
                    .imitate(RolloutBatch.of(demonstrations, SHAPE, 1), 40, new SplittableRandom(1));
            Controller clone = policy.greedy().fresh(0);
            double error = 0;
            Trajectory unseen =
                    Play.episodes(TANKS.open(), TANKS.rule(), 900, 1).get(0);
            for (int time = 0; time < unseen.length(); time++) {
                JointAction guess = clone.act(unseen.observations().get(time));
                error += Math.abs(guess.value(0) - unseen.actions().get(time).value(0)) / unseen.length();
            }
            assertThat(error).isLessThan(0.05);
            AgentTensor described = policy.describe(AgentTensor.zeros(2, 1, 1), new int[1]);
            assertThat(described.get(0, 0, 1)).isEqualTo(-0.5f);
        }
    }

    @ParameterizedTest
    @EnumSource(ParameterSharing.class)
    void theDeviationStepsByTheGradientsOfAllItsAgents(ParameterSharing sharing) {
        try (ComputePool pool = new ComputePool(1);
                DecentralizedPolicy policy = policy(sharing, pool)) {
            AgentTensor states = AgentTensor.of(2, 2, 1, 0.3f, -0.2f, 0.1f, 0.9f);
            policy.describe(states, new int[] {0, 1});
            // mean and log deviation of each sample: the first agent wants more, the second one much less
            policy.learn(AgentTensor.of(2, 2, 2, 0, -1, 0, -1, 0, 3, 0, 3), Adam.of(0.1));
            float[] after = policy.describe(states, new int[] {0, 1}).values();
            // Adam's first step is its rate, in the direction of the sum over samples, or over agents that share
            float first = sharing == ParameterSharing.NONE ? -0.4f : -0.6f;
            assertThat(after[1]).isCloseTo(first, within(1e-4f));
            assertThat(after[5]).isCloseTo(-0.6f, within(1e-4f));
            assertThat(Arrays.asList(after[3], after[7])).containsExactly(after[1], after[5]);
        }
    }

    private static DecentralizedPolicy policy(ParameterSharing sharing, ComputePool pool) {
        var inputs = new NeighborhoodInputs(TANKS.task().graph(), SHAPE, 1, sharing != ParameterSharing.NONE);
        var perceptron = new PerceptronShape(List.of(inputs.size(), 32, 1), Activation.RELU);
        return new DecentralizedPolicy(
                SHAPE,
                new NeighborhoodFunctions(inputs, new AgentFunctions(SHAPE, sharing, perceptron, 1, 0.01, pool)));
    }
}
