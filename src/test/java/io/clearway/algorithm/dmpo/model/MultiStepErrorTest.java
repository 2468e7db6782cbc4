package io.clearway.algorithm.dmpo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Trajectory;
import io.clearway.neural.AgentTensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Errors of rollouts against values computed by hand: one agent that sees two values, the second unused by another. */
class MultiStepErrorTest {
    private static final Task TASK = new Task(
            new AgentGraph(List.of("a", "b"), List.of(new AgentGraph.Link("a", "b"))),
            List.of(new AgentSpec("a", 2, 2), new AgentSpec("b", 1, 2)),
            30);
    private static final JointShape SHAPE = JointShape.of(TASK);
    /** σ_Δ of a is (1, 2), of b 4; σ_r is 2 and 5. */
    private static final FeatureNormalizer.Frozen SCALES = new FeatureNormalizer.Frozen(
            AgentTensor.zeros(2, 1, 2),
            AgentTensor.of(2, 1, 2, 1, 1, 1, 1),
            AgentTensor.of(2, 1, 2, 1, 2, 4, 1),
            AgentTensor.zeros(2, 1, 2),
            AgentTensor.zeros(2, 1, 2),
            AgentTensor.zeros(2, 1, 1),
            AgentTensor.of(2, 1, 1, 2, 5));

    @Test
    void aStepIsOffByTheMeanDistanceOfStatesAndTheDistanceOfRewards() {
        var predicted = new Prediction(
                AgentTensor.of(2, 1, 2, 3, 8, 4, 0),
                AgentTensor.of(2, 1, 1, 1, -10),
                Prediction.End.none(2, 1),
                SHAPE.masks(1));
        AgentTensor errors =
                StepError.of(SHAPE, SCALES, predicted, AgentTensor.zeros(2, 1, 2), AgentTensor.of(2, 1, 1, 4, 0));
        // a: ‖(3/1, 8/2)‖ / √2 + 3/2; b, which sees one value: 4/4 + 10/5
        assertThat(errors.get(0, 0, 0)).isCloseTo((float) (5 / Math.sqrt(2) + 1.5), within(1e-6f));
        assertThat(errors.get(1, 0, 0)).isCloseTo(3, within(1e-6f));
    }

    @Test
    void aModelThatLagsByOneAStepIsFurtherOffWithEachStepThatItGoesOn() {
        Windows windows = new Windows(SHAPE, 1, 5);
        windows.fill(0, rising(5), 0);
        // believes that nothing changes and that rewards are 0; in truth all values rise by 1, rewards are 2 and 5
        JointModel still = (states, legal, actions, chance) ->
                new Prediction(states, actions.zerosLike(), Prediction.End.none(2, 1), legal);
        MultiStepError errors = MultiStepError.of(still, SHAPE, SCALES, windows, new SplittableRandom(1));
        assertThat(errors.length()).isEqualTo(5);
        // step t: a is off by t/1 and t/2, b by t/4, rewards by one deviation each
        double a = Math.sqrt((1 + 0.25) / 2);
        double perStep = (a + 0.25) / 2;
        assertThat(errors.sum(1)).isCloseTo(perStep + 1, within(1e-6));
        assertThat(errors.sum(5)).isCloseTo(15 * perStep + 5, within(1e-5));
        // one window does not vary around its mean, so squared errors stand for themselves: t² (1 + 1/4 + 1/16)
        assertThat(errors.at(3).state()).isCloseTo(9 * 1.3125, within(1e-5));
        // (4/4 + 25/25) over the same
        assertThat(errors.at(3).reward()).isCloseTo(1, within(1e-6));
    }

    @Test
    void errorsAreReportedAtTheHorizonsThatWindowsReach() {
        assertThat(reported(4)).isEmpty();
        assertThat(reported(5))
                .containsOnlyKeys(Metric.MODEL_STATE_ERROR_5, Metric.MODEL_REWARD_ERROR_5, Metric.MODEL_ERROR_SUM_5);
        assertThat(reported(25)).hasSize(6).containsEntry(Metric.MODEL_ERROR_SUM_25, 50.0 / 2);
    }

    /** What the truth is told of itself, but for rewards, which are 0 to it: an error of 1 a step. */
    private static Map<Metric, Double> reported(int length) {
        Windows windows = new Windows(SHAPE, 1, length);
        windows.fill(0, rising(length), 0);
        List<Integer> step = new ArrayList<>(List.of(0));
        JointModel knowing = (states, legal, actions, chance) -> {
            int now = step.set(0, step.get(0) + 1);
            return new Prediction(
                    windows.states(now + 1), actions.zerosLike(), Prediction.End.none(2, 1), windows.legal(now + 1));
        };
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        MultiStepError.of(knowing, SHAPE, SCALES, windows, new SplittableRandom(1))
                .report(measured);
        return measured;
    }

    @Test
    void onlyHeldOutEpisodesThatAreLongEnoughAreLookedAt() {
        Replay replay = new Replay(SHAPE, 20);
        var chance = new SplittableRandom(1);
        replay.add(rising(30));
        assertThat(MultiStepError.windows(replay, chance)).isEmpty();
        replay.add(rising(7));
        assertThat(MultiStepError.windows(replay, chance))
                .extracting(Windows::length)
                .containsExactly(5);
        for (int episode = 2; episode < 12; episode++) {
            replay.add(rising(30));
        }
        assertThat(MultiStepError.windows(replay, chance))
                .extracting(Windows::length)
                .containsExactly(25);
    }

    private static EpisodeBuffer rising(int length) {
        List<JointObservation> observations = new ArrayList<>();
        List<JointAction> actions = new ArrayList<>();
        List<JointReward> rewards = new ArrayList<>();
        for (int time = 0; time <= length; time++) {
            observations.add(JointObservation.of(
                    new float[][] {{time, time}, {time}}, new boolean[][] {{true, true}, {true, true}}));
        }
        for (int time = 0; time < length; time++) {
            actions.add(JointAction.of(0, 1));
            rewards.add(JointReward.of(2, 5));
        }
        return EpisodeBuffer.of(new Trajectory(observations, actions, rewards, false), SHAPE);
    }
}
