package io.clearway.algorithm.mag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Play;
import io.clearway.algorithm.TwoJunctions;
import io.clearway.algorithm.dmpo.DmpoSettings;
import io.clearway.algorithm.dmpo.model.FeatureNormalizer;
import io.clearway.algorithm.dmpo.model.LocalDynamics;
import io.clearway.algorithm.dmpo.model.ModelFactory;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.dmpo.model.Replay;
import io.clearway.algorithm.dmpo.model.Windows;
import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ErrorPredictorTest {
    private static final JointShape SHAPE = JointShape.of(TwoJunctions.task());

    @Test
    void theLossIsSquaredNearTheTargetAndLinearFarFromIt() {
        AgentTensor gradients = AgentTensor.zeros(2, 2, 1);
        double loss = ErrorPredictor.smoothL1(
                AgentTensor.of(2, 2, 1, 0.5f, 3, -2, 1), AgentTensor.of(2, 2, 1, 0, 0, 0, 1), gradients);
        // ½ · 0.25 + (3 − ½) + (2 − ½) + 0
        assertThat(loss).isCloseTo(4.125, within(1e-9));
        assertThat(gradients.values()).containsExactly(0.5f, 1, -1, 0);
    }

    @Test
    void gradientsOfTheLossThroughTheNetworkEqualFiniteDifferences() {
        var chance = new SplittableRandom(2);
        AgentTensor inputs = numbers(6, 5, chance);
        AgentTensor targets = numbers(6, 1, chance);
        try (ComputePool pool = new ComputePool(1);
                AgentNetworks networks =
                        AgentNetworks.create(2, new PerceptronShape(List.of(5, 7, 1), Activation.RELU), 3, pool)) {
            AgentTensor gradients = targets.zerosLike();
            ErrorPredictor.smoothL1(networks.forward(inputs), targets, gradients);
            networks.backward(gradients);
            float[] slope = networks.gradients(1);
            float[] parameters = networks.parameters(1);
            int right = 0;
            for (int i = 0; i < slope.length; i++) {
                double up = lossAt(networks, parameters, i, 1e-2f, inputs, targets);
                double down = lossAt(networks, parameters, i, -1e-2f, inputs, targets);
                right += Math.abs((up - down) / 2e-2 - slope[i]) < 1e-3 * Math.max(1, Math.abs(slope[i])) ? 1 : 0;
            }
            // a kink within a step spoils a few
            assertThat(right).isGreaterThan(slope.length * 8 / 10);
        }
    }

    private static double lossAt(
            AgentNetworks networks,
            float[] parameters,
            int place,
            float step,
            AgentTensor inputs,
            AgentTensor targets) {
        float[] moved = parameters.clone();
        moved[place] += step;
        networks.setParameters(1, moved);
        double loss = ErrorPredictor.smoothL1(networks.forward(inputs), targets, targets.zerosLike());
        networks.setParameters(1, parameters);
        return loss;
    }

    /** Of two agents. */
    private static AgentTensor numbers(int rows, int width, SplittableRandom chance) {
        return AgentTensor.zeros(2, rows, width).map(zero -> (float) chance.nextDouble(-2, 2));
    }

    @Test
    void itLearnsWhereTheModelsAreOff() {
        Replay replay = new Replay(SHAPE, 20);
        FeatureNormalizer scales = new FeatureNormalizer(SHAPE);
        for (Trajectory trajectory : Play.episodes(new TwoJunctions(), Play::random, 1, 12)) {
            replay.add(EpisodeBuffer.of(trajectory, SHAPE));
            scales.add(EpisodeBuffer.of(trajectory, SHAPE));
        }
        try (ComputePool pool = new ComputePool(1)) {
            ModelFactory models = new ModelFactory(TwoJunctions.task(), DmpoSettings.DEFAULTS, new Seeds(3), pool);
            var parts = new MagModelFactory(models, PlanningSettings.DEFAULTS);
            try (ErrorPredictor predictor = parts.errors(scales)) {
                var chance = new SplittableRandom(4);
                for (int update = 0; update < 400; update++) {
                    Windows windows = replay.sample(64, 1, chance);
                    predictor.learn(
                            windows.states(0), windows.actions(0), windows.next(0), errors(windows), Adam.of(1e-3));
                }
                Windows unseen = replay.heldOut(200, 1, chance);
                float[] guessed = predictor
                        .of(unseen.states(0), unseen.actions(0), unseen.next(0))
                        .values();
                float[] truth = errors(unseen).values();
                double wrong = 0;
                for (int row = 0; row < truth.length; row++) {
                    wrong += Math.abs(guessed[row] - truth[row]) / truth.length;
                }
                assertThat(wrong).isLessThan(0.15);
            }
        }
    }

    /**
     * An invented law: off by the neighbor's main queue, by half for the second action, and by the change of one's own.
     */
    private static AgentTensor errors(Windows windows) {
        AgentTensor before = windows.states(0);
        AgentTensor after = windows.states(1);
        AgentTensor errors = windows.actions(0).zerosLike();
        for (int agent = 0; agent < 2; agent++) {
            for (int row = 0; row < windows.batch(); row++) {
                float change = after.get(agent, row, 0) - before.get(agent, row, 0);
                float action = windows.actions(0).get(agent, row, 0);
                errors.set(agent, row, 0, 2 * before.get(1 - agent, row, 0) + 0.5f * action + Math.abs(change));
            }
        }
        return errors;
    }

    @Test
    void eachAgentDrawsOneOfItsModelsForItself() {
        FeatureNormalizer scales = new FeatureNormalizer(SHAPE);
        Play.episodes(new TwoJunctions(), Play::random, 1, 3)
                .forEach(trajectory -> scales.add(EpisodeBuffer.of(trajectory, SHAPE)));
        try (ComputePool pool = new ComputePool(1)) {
            ModelFactory models = new ModelFactory(TwoJunctions.task(), DmpoSettings.DEFAULTS, new Seeds(3), pool);
            try (LocalDynamics one = models.dynamics(scales, 0);
                    LocalDynamics other = models.dynamics(scales, 1)) {
                var chance = new SplittableRandom(6);
                AgentTensor states = numbers(50, SHAPE.width(), chance);
                ActionMasks legal = SHAPE.masks(50);
                AgentTensor actions = AgentTensor.zeros(2, 50, 1);
                float[] drawn =
                        rewards(new ModelEnsemble(SHAPE, List.of(one, other)).predict(states, legal, actions, chance));
                float[] first = rewards(one.predict(states, legal, actions, chance));
                float[] second = rewards(other.predict(states, legal, actions, chance));
                int fromFirst = 0;
                int apart = 0;
                for (int row = 0; row < drawn.length; row++) {
                    assertThat(drawn[row]).isIn(first[row], second[row]);
                    fromFirst += drawn[row] == first[row] ? 1 : 0;
                    apart += row < 50 && (drawn[row] == first[row]) != (drawn[row + 50] == first[row + 50]) ? 1 : 0;
                }
                assertThat(fromFirst).isBetween(30, 70);
                assertThat(apart).isBetween(10, 40);
            }
        }
    }

    private static float[] rewards(Prediction prediction) {
        return prediction.rewards().values();
    }
}
