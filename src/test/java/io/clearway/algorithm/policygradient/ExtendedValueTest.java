package io.clearway.algorithm.policygradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.experience.DiscreteActions;
import io.clearway.algorithm.experience.EpisodeClock;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.ParameterSharing;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A demand that comes and goes while what the agent sees stays the same. */
class ExtendedValueTest {
    private static final int HORIZON = 40;
    private static final JointShape ONE = new JointShape(List.of(new AgentSpec("a", 1, 2)), 1, new DiscreteActions(2));
    private static final AgentGraph ALONE = new AgentGraph(List.of("a"), List.of());

    /**
     * BLAS sums in another order for another batch size: 2⁻²³ × the 16 terms of the widest sum, values being below 1.
     */
    private static final Offset<Float> ROUNDING = within(16 * Math.ulp(1f));

    @Test
    void valuesThatSeeTheTimeFollowADemandThatComesAndGoes() {
        assertThat(errorAfterLearning(12)).isLessThan(0.1);
    }

    @Test
    void withoutTimeOnlyTheMeanIsLearned() {
        assertThat(errorAfterLearning(0)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void aRolloutThatBranchesOffLaterIsSeenAtItsTime() {
        RolloutBatch whole = play(new Segment(0, HORIZON, 0, false));
        RolloutBatch late = play(new Segment(0, 10, 30, false));
        try (ComputePool pool = new ComputePool(1);
                ExtendedValue value = value(12, pool)) {
            AgentTensor expected = value.of(whole, 16);
            assertThat(value.of(late, 16).rows(0, 10).values())
                    .containsExactly(expected.rows(30, 10).values(), ROUNDING);
            assertThat(value.afterwards(late, 16).values())
                    .containsExactly(value.afterwards(whole, 16).values(), ROUNDING);
        }
    }

    @Test
    void afterTheHorizonTheClockStandsStill() {
        RolloutBatch whole = play(new Segment(0, HORIZON, 0, false));
        try (ComputePool pool = new ComputePool(1);
                ExtendedValue value = value(12, pool)) {
            assertThat(value.afterwards(whole, 16).values())
                    .containsExactly(value.of(whole, 16).row(0, HORIZON - 1), ROUNDING);
        }
    }

    /** A reward of 1 at each decision for ever is worth 1 / (1 − γ), also where the episode is cut. */
    @Test
    void valuesThatAreBootstrappedFromTheHorizonStayBounded() {
        RolloutBatch play = play(new Segment(0, HORIZON, 0, false));
        Arrays.fill(play.rewards().values(), 1);
        try (ComputePool pool = new ComputePool(1);
                ExtendedValue value = value(12, pool)) {
            for (int step = 0; step < 1500; step++) {
                AgentTensor values = value.of(play, HORIZON);
                AgentTensor advantages =
                        Advantages.generalized(play, values, value.afterwards(play, HORIZON), 0.9, 0.5);
                value.learn(play, Advantages.returns(advantages, values), play.samples(), Adam.of(0.01));
            }
            for (float learned : value.of(play, HORIZON).values()) {
                assertThat(learned).isCloseTo(10, within(1f));
            }
        }
    }

    /** Mean squared error of targets sin(2π t / T), whose variance is ½. */
    private static double errorAfterLearning(int bumps) {
        RolloutBatch play = play(new Segment(0, HORIZON, 0, false));
        AgentTensor targets = AgentTensor.zeros(1, HORIZON, 1);
        for (int time = 0; time < HORIZON; time++) {
            targets.set(0, time, 0, (float) Math.sin(2 * Math.PI * time / HORIZON));
        }
        double error = Double.POSITIVE_INFINITY;
        try (ComputePool pool = new ComputePool(1);
                ExtendedValue value = value(bumps, pool)) {
            for (int step = 0; step < 300; step++) {
                error = value.learn(play, targets, play.samples(), Adam.of(0.01));
            }
        }
        return error;
    }

    private static RolloutBatch play(Segment segment) {
        return RolloutBatch.empty(ONE, HORIZON, List.of(segment));
    }

    private static ExtendedValue value(int bumps, ComputePool pool) {
        var inputs = new NeighborhoodInputs(ALONE, ONE, 1, false);
        var clock = new EpisodeClock(HORIZON, bumps);
        var perceptron = new PerceptronShape(List.of(inputs.size() + clock.size(), 16, 1), Activation.RELU);
        return new ExtendedValue(
                ONE, inputs, clock, new AgentFunctions(ONE, ParameterSharing.NONE, perceptron, 1, 1, pool));
    }
}
