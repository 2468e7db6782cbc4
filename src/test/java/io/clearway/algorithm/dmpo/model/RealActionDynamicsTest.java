package io.clearway.algorithm.dmpo.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Play;
import io.clearway.algorithm.SmallGame;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The local dynamics where actions are real numbers: two tanks whose levels the pumps move. */
class RealActionDynamicsTest {
    private static final SmallGame TANKS = SmallGame.twoTanks();
    private static final JointShape SHAPE = JointShape.of(TANKS.task());

    private final ComputePool pool = new ComputePool(1);
    private final FeatureNormalizer scales = new FeatureNormalizer(SHAPE);
    private final Replay replay = new Replay(SHAPE, 40);
    private final List<GraphNetwork> opened = new ArrayList<>();

    RealActionDynamicsTest() {
        for (Trajectory trajectory : Play.episodes(TANKS.open(), TANKS.random(), 1, 30)) {
            EpisodeBuffer buffer = EpisodeBuffer.of(trajectory, SHAPE);
            replay.add(buffer);
            scales.add(buffer);
        }
    }

    @AfterEach
    void close() {
        opened.forEach(GraphNetwork::close);
        pool.close();
    }

    @Test
    void theOwnActionMovesThePredictedState() {
        LocalDynamics dynamics = dynamics(32, ModelActivation.RELU);
        var training = new DynamicsTraining(dynamics, new DynamicsLoss(1), 64, 1, Adam.of(3e-3));
        training.fit(replay, 800, new SplittableRandom(2));
        float up = moved(dynamics, 0.5f);
        float down = moved(dynamics, -0.5f);
        // half of the strongest, ±1.5, either way
        assertThat((double) up - down).isBetween(1.35, 1.65);
        assertThat(moved(dynamics, 3)).isEqualTo(moved(dynamics, 1));
    }

    private static float moved(LocalDynamics dynamics, float action) {
        return dynamics.predict(
                        AgentTensor.zeros(2, 1, 1),
                        SHAPE.masks(1),
                        AgentTensor.of(2, 1, 1, action, 0),
                        new SplittableRandom(1))
                .states()
                .get(0, 0, 0);
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        // without kinks, which a rectifier has
        LocalDynamics dynamics = dynamics(5, ModelActivation.IDENTITY);
        var training = new DynamicsTraining(dynamics, new DynamicsLoss(2), 8, 3, Adam.of(1e-3));
        training.fit(replay, 20, new SplittableRandom(3));
        Windows windows = replay.sample(8, 3, new SplittableRandom(4));
        for (AgentNetworks networks : opened.get(0).networks()) {
            assertThat(DynamicsTrainingTest.gradientError(training, windows, networks))
                    .isLessThan(1e-3);
        }
    }

    private LocalDynamics dynamics(int units, ModelActivation activation) {
        var sizes = new GraphNetwork.Sizes(
                LocalDynamics.inputs(SHAPE),
                SHAPE.kind(),
                LocalDynamics.outputs(SHAPE),
                new ModelSettings.Networks(ModelGraph.ADJACENT, 1, true, activation, units, units, List.of(units)));
        var network = new GraphNetwork(TANKS.task().graph(), sizes, 11, pool);
        opened.add(network);
        return new LocalDynamics(SHAPE, network, scales.frozen());
    }
}
