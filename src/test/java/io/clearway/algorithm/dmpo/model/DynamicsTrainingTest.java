package io.clearway.algorithm.dmpo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.experience.DiscreteActions;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The local dynamics on a small network whose laws are known: three agents on a street, the middle one with a longer
 * observation and one action more. Each level follows its neighbors' and is lowered by action 1, which is legal only
 * while the level is above a half.
 */
class DynamicsTrainingTest {
    private static final AgentGraph STREET = new AgentGraph(
            List.of("a", "b", "c"), List.of(new AgentGraph.Link("a", "b"), new AgentGraph.Link("b", "c")));
    private static final JointShape SHAPE = new JointShape(
            List.of(new AgentSpec("a", 2, 2), new AgentSpec("b", 3, 3), new AgentSpec("c", 2, 2)),
            3,
            new DiscreteActions(3));

    private final ComputePool pool = new ComputePool(1);
    private final FeatureNormalizer scales = new FeatureNormalizer(SHAPE);
    private final Replay replay = new Replay(SHAPE, 20);
    private final List<GraphNetwork> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(GraphNetwork::close);
        pool.close();
    }

    @Test
    void learnsALawThatItCanSeeFarBetterThanPredictingNoChange() {
        play(12, 50);
        LocalDynamics dynamics = dynamics(32);
        var training = new DynamicsTraining(dynamics, new DynamicsLoss(1), 64, 2, Adam.of(3e-3));
        Windows unseen = replay.heldOut(200, 1, new SplittableRandom(1));
        double before = training.validate(unseen, new SplittableRandom(1)).state();
        ModelError after = training.fit(replay, 1500, new SplittableRandom(2));
        assertThat(before).isGreaterThan(0.5);
        assertThat(after.state()).isLessThan(0.1);
        assertThat(after.reward()).isLessThan(0.1);
        assertThat(after.legality()).isLessThan(0.03);
    }

    @Test
    void gradientsThroughEncodersEdgesNodesAndStepsEqualFiniteDifferences() {
        play(2, 20);
        LocalDynamics dynamics = dynamics(5);
        var training = new DynamicsTraining(dynamics, new DynamicsLoss(2), 8, 3, Adam.of(1e-3));
        training.fit(replay, 20, new SplittableRandom(3));
        Windows windows = replay.sample(8, 3, new SplittableRandom(4));
        for (AgentNetworks networks : opened.get(0).networks()) {
            assertThat(gradientError(training, windows, networks)).isLessThan(1e-3);
        }
    }

    @Test
    void gradientsOfEndsEqualFiniteDifferences() {
        play(2, 20);
        LocalDynamics dynamics = dynamics(5);
        var training = new DynamicsTraining(dynamics, new DynamicsLoss(2), 8, 3, Adam.of(1e-3));
        Windows windows = new Windows(SHAPE, 1, 3);
        EpisodeBuffer standing = EpisodeBuffer.of(standingAfter(6), SHAPE).untilAbsorbed();
        windows.fill(0, standing, standing.length() - 3);
        assertThat(windows.terminated(2, 0)).isTrue();
        for (AgentNetworks networks : opened.get(0).networks()) {
            assertThat(gradientError(training, windows, networks)).isLessThan(1e-3);
        }
    }

    @Test
    void anEndAndWhatStayingThereBringsAreLearned() {
        for (int episode = 0; episode < 12; episode++) {
            EpisodeBuffer standing = EpisodeBuffer.of(standingAfter(6), SHAPE).untilAbsorbed();
            replay.add(standing);
            scales.add(standing);
        }
        LocalDynamics dynamics = dynamics(16);
        new DynamicsTraining(dynamics, new DynamicsLoss(1), 64, 1, Adam.of(3e-3))
                .fit(replay, 600, new SplittableRandom(2));
        Windows whole = new Windows(SHAPE, 1, 6);
        whole.fill(0, EpisodeBuffer.of(standingAfter(6), SHAPE).untilAbsorbed(), 0);
        Prediction before = predict(dynamics, whole, 2);
        Prediction last = predict(dynamics, whole, 5);
        assertThat(EndRule.ANY.ends(before, 0)).isFalse();
        assertThat(EndRule.ANY.ends(last, 0)).isTrue();
        assertThat(before.rewards().get(0, 0, 0)).isCloseTo(2, within(1f));
        assertThat(last.end().staying().get(0, 0, 0)).isCloseTo(-50, within(5f));
    }

    private static Prediction predict(LocalDynamics dynamics, Windows windows, int step) {
        return dynamics.predict(
                windows.states(step), windows.legal(step), windows.actions(step), new SplittableRandom(1));
    }

    /** Levels that rise by one a step with small rewards, then stay, which costs much. */
    private static Trajectory standingAfter(int steps) {
        List<JointObservation> observations = new ArrayList<>();
        List<JointAction> actions = new ArrayList<>();
        List<JointReward> rewards = new ArrayList<>();
        for (int time = 0; time <= 2 * steps; time++) {
            float level = Math.min(time, steps);
            observations.add(observe(new float[] {level, level, level}));
            if (time < 2 * steps) {
                double reward = time < steps - 1 ? time : -50;
                actions.add(JointAction.of(0, 0, 0));
                rewards.add(JointReward.of(reward, reward, reward));
            }
        }
        return new Trajectory(observations, actions, rewards, false);
    }

    /**
     * Difference to central differences along random directions, relative to the gradient; the median of them, because
     * a kink of a ReLU within the step spoils a few.
     */
    static double gradientError(DynamicsTraining training, Windows windows, AgentNetworks networks) {
        int one = Math.min(1, networks.networks() - 1);
        training.differentiate(windows);
        float[] gradient = networks.gradients(one);
        double norm = 0;
        for (float value : gradient) {
            norm += value * value;
        }
        float[] parameters = networks.parameters(one);
        double[] errors = new double[11];
        for (int direction = 0; direction < errors.length; direction++) {
            var chance = new SplittableRandom(direction);
            float[] along = new float[parameters.length];
            double slope = 0;
            for (int i = 0; i < along.length; i++) {
                along[i] = chance.nextBoolean() ? 1 : -1;
                slope += along[i] * gradient[i];
            }
            double difference = (moved(training, windows, networks, parameters, along, 5e-4f)
                            - moved(training, windows, networks, parameters, along, -5e-4f))
                    / 1e-3;
            errors[direction] = Math.abs(difference - slope) / Math.max(Math.sqrt(norm), Math.abs(slope));
        }
        networks.setParameters(one, parameters);
        Arrays.sort(errors);
        return errors[errors.length / 2];
    }

    private static double moved(
            DynamicsTraining training,
            Windows windows,
            AgentNetworks networks,
            float[] parameters,
            float[] along,
            float step) {
        float[] elsewhere = parameters.clone();
        for (int i = 0; i < elsewhere.length; i++) {
            elsewhere[i] += step * along[i];
        }
        networks.setParameters(Math.min(1, networks.networks() - 1), elsewhere);
        return training.differentiate(windows);
    }

    @Test
    void imaginedStatesStayInTheRangeSeen() {
        play(2, 20);
        LocalDynamics dynamics = dynamics(5);
        AgentTensor far = AgentTensor.zeros(3, 1, SHAPE.width()).map(zero -> 1e6f);
        var next = dynamics.predict(far, SHAPE.masks(1), AgentTensor.zeros(3, 1, 1), new SplittableRandom(1));
        assertThat(next.states().values())
                .containsExactly(dynamics.scales().highest().values());
    }

    @Test
    void someActionIsAlwaysPredictedLegalAndNoneThatTheAgentLacks() {
        boolean[] legal = new boolean[3];
        LocalDynamics.legalize(new float[] {-3, -1, 5}, 0, legal, 0, 2);
        assertThat(legal).containsExactly(false, true, false);
    }

    @Test
    void withoutEpisodesToValidateOnTheModelIsNeverTrusted() {
        var training = new DynamicsTraining(dynamics(5), new DynamicsLoss(1), 8, 2, Adam.of(1e-3));
        assertThat(training.fit(replay, 10, new SplittableRandom(1)).below(100)).isFalse();
    }

    @Test
    void aLinearModelIsLinear() {
        var sizes = new GraphNetwork.Sizes(
                2,
                new DiscreteActions(1),
                2,
                new ModelSettings.Networks(ModelGraph.ADJACENT, 1, true, ModelActivation.IDENTITY, 4, 3, List.of(5)));
        var network = new GraphNetwork(STREET, sizes, 11, pool);
        opened.add(network);
        float[] one = {1, -2, 3, 0.5f, -1, 2};
        float[] other = {-3, 1, 2, -4, 0.25f, -1};
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }
        float[] atOne = outputs(network, one);
        float[] atOther = outputs(network, other);
        float[] atSum = outputs(network, sum);
        float[] atNothing = outputs(network, new float[one.length]);
        for (int i = 0; i < atSum.length; i++) {
            assertThat(atSum[i] + atNothing[i]).isCloseTo(atOne[i] + atOther[i], within(1e-5f));
        }
    }

    private static float[] outputs(GraphNetwork network, float[] inputs) {
        return network.forward(AgentTensor.of(3, 1, 2, inputs), AgentTensor.zeros(3, 1, 1))
                .values();
    }

    private LocalDynamics dynamics(int units) {
        var sizes = new GraphNetwork.Sizes(
                LocalDynamics.inputs(SHAPE),
                SHAPE.kind(),
                LocalDynamics.outputs(SHAPE),
                new ModelSettings.Networks(
                        ModelGraph.ADJACENT, 1, true, ModelActivation.RELU, units, units, List.of(units)));
        var network = new GraphNetwork(STREET, sizes, 11, pool);
        opened.add(network);
        return new LocalDynamics(SHAPE, network, scales.frozen());
    }

    private void play(int episodes, int length) {
        for (int episode = 0; episode < episodes; episode++) {
            EpisodeBuffer buffer = EpisodeBuffer.of(trajectory(new SplittableRandom(episode), length), SHAPE);
            replay.add(buffer);
            scales.add(buffer);
        }
    }

    private static Trajectory trajectory(SplittableRandom chance, int length) {
        float[] level = {(float) chance.nextDouble(), (float) chance.nextDouble(), (float) chance.nextDouble()};
        List<JointObservation> observations = new ArrayList<>(List.of(observe(level)));
        List<JointAction> actions = new ArrayList<>();
        List<JointReward> rewards = new ArrayList<>();
        for (int time = 0; time < length; time++) {
            int[] choice = new int[3];
            float[] next = new float[3];
            for (int agent = 0; agent < 3; agent++) {
                int actionCount = SHAPE.actionsOf(agent);
                do {
                    choice[agent] = chance.nextInt(actionCount);
                } while (choice[agent] == 1 && level[agent] <= 0.5);
                float around = agent == 1 ? (level[0] + level[2]) / 2 : level[1];
                next[agent] = 0.6f * level[agent] + 0.35f * around + 0.15f - (choice[agent] == 1 ? 0.3f : 0);
            }
            actions.add(JointAction.of(choice));
            rewards.add(JointReward.of(-10 * level[0], -10 * level[1] - choice[1], -10 * level[2]));
            level = next;
            observations.add(observe(level));
        }
        return new Trajectory(observations, actions, rewards, false);
    }

    private static JointObservation observe(float[] level) {
        boolean[][] legal = new boolean[3][];
        float[][] seen = new float[3][];
        for (int agent = 0; agent < 3; agent++) {
            legal[agent] = agent == 1
                    ? new boolean[] {true, level[agent] > 0.5, true}
                    : new boolean[] {true, level[agent] > 0.5};
            seen[agent] = agent == 1 ? new float[] {level[agent], 1, -level[agent]} : new float[] {level[agent], 1};
        }
        return JointObservation.of(seen, legal);
    }
}
