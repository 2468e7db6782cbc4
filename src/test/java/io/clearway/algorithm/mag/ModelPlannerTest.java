package io.clearway.algorithm.mag;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.TwoJunctions;
import io.clearway.algorithm.dmpo.model.JointModel;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.policygradient.ActorCritic;
import io.clearway.algorithm.policygradient.ActorCriticSettings;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.network.Seeds;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.ComputePool;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines 10–12 of Algorithm 1 with models and errors that are simple enough to foresee what must be chosen. */
class ModelPlannerTest {
    private static final JointShape SHAPE = JointShape.of(TwoJunctions.task());
    private static final List<List<Integer>> OWN = List.of(List.of(0), List.of(1));
    private static final List<List<Integer>> ALL = List.of(List.of(0, 1), List.of(0, 1));
    /** The next state is full of a number drawn for each agent and sample. */
    private static final JointModel DRAWING =
            (states, legal, actions, chance) -> full(actions.map(any -> (float) chance.nextDouble()));
    /** Small states are said to be nearly right. */
    private static final PredictedErrors SMALL_IS_RIGHT = (states, actions, next) -> firsts(next);

    private final ComputePool pool = new ComputePool(1);
    private final DecentralizedPolicy policy =
            ActorCritic.policy(TwoJunctions.task(), ActorCriticSettings.DEFAULTS, new Seeds(3), pool);

    @AfterEach
    void close() {
        policy.close();
        pool.close();
    }

    @Test
    void theCandidateWithTheSmallestSumIsChosenForEachSample() {
        // two samples by each of three candidates
        AgentTensor sums = AgentTensor.of(
                2, 6, 1, //
                5, 1, /**/ 2, 2, /**/ 3, 3, //
                0, 9, /**/ 4, 8, /**/ 1, 1);
        assertThat(planner(SMALL_IS_RIGHT, 3, 1, OWN).chosen(sums)).isDeepEqualTo(new int[][] {{2, 1}, {0, 5}});
        // together: 5, 6, 4 in the first sample, 10, 10, 4 in the second
        assertThat(planner(SMALL_IS_RIGHT, 3, 1, ALL).chosen(sums)).isDeepEqualTo(new int[][] {{4, 5}, {4, 5}});
    }

    @Test
    void ofEqualsTheFirstIsChosen() {
        assertThat(planner(SMALL_IS_RIGHT, 2, 1, ALL).chosen(AgentTensor.of(2, 2, 1, 1, 2, 2, 1)))
                .isDeepEqualTo(new int[][] {{0}, {0}});
    }

    @Test
    void theFirstStepOfTheBestRolloutIsWhatIsPredicted() {
        AgentTensor planned = firsts(predict(planner(SMALL_IS_RIGHT, 50, 1, OWN), 4));
        for (float state : planned.values()) {
            assertThat(state).isLessThan(0.2f);
        }
        AgentTensor plain = firsts(predict(planner(SMALL_IS_RIGHT, 1, 1, OWN), 4));
        assertThat(plain.values()).isEqualTo(firsts(predict(DRAWING, 4)).values());
    }

    @Test
    void choosingTogetherTakesBothAgentsFromOneRollout() {
        JointModel equal = (states, legal, actions, chance) -> {
            AgentTensor next = actions.zerosLike();
            for (int sample = 0; sample < next.rows(); sample++) {
                float value = (float) chance.nextDouble();
                next.set(0, sample, 0, value);
                next.set(1, sample, 0, value);
            }
            return full(next);
        };
        PredictedErrors anything = (states, actions, next) -> {
            AgentTensor errors = firsts(next);
            float[] values = errors.values();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.sin(1000 * values[i] + i);
            }
            return errors;
        };
        var reach = new ModelPlanner.Reach(8, 2, ALL);
        float[] together = firsts(predict(new ModelPlanner(SHAPE, equal, anything, policy, reach), 3))
                .values();
        assertThat(Arrays.copyOf(together, 3)).isEqualTo(Arrays.copyOfRange(together, 3, 6));
        var alone = new ModelPlanner.Reach(8, 2, OWN);
        float[] apart = firsts(predict(new ModelPlanner(SHAPE, equal, anything, policy, alone), 3))
                .values();
        assertThat(Arrays.copyOf(apart, 3)).isNotEqualTo(Arrays.copyOfRange(apart, 3, 6));
    }

    @Test
    void aStepThatLeadsToLargeErrorsLaterIsNotTaken() {
        // a first step below one half looks better by a little, but all that follows it is far off
        PredictedErrors trap = (states, actions, next) -> {
            float[] before = states.columns(0, 1).values();
            AgentTensor errors = firsts(next);
            float[] values = errors.values();
            for (int i = 0; i < values.length; i++) {
                float now = values[i] < 0.5f ? 0 : 0.1f;
                values[i] = before[i] > 0 && before[i] < 0.5f ? 1 : now;
            }
            return errors;
        };
        for (float greedy : firsts(predict(planner(trap, 30, 1, OWN), 4)).values()) {
            assertThat(greedy).isLessThan(0.5f);
        }
        for (float farsighted : firsts(predict(planner(trap, 30, 2, OWN), 4)).values()) {
            assertThat(farsighted).isGreaterThanOrEqualTo(0.5f);
        }
    }

    private ModelPlanner planner(PredictedErrors errors, int candidates, int length, List<List<Integer>> counted) {
        return new ModelPlanner(SHAPE, DRAWING, errors, policy, new ModelPlanner.Reach(candidates, length, counted));
    }

    private static Prediction predict(JointModel model, int batch) {
        return model.predict(
                AgentTensor.zeros(2, batch, SHAPE.width()),
                everything(batch),
                AgentTensor.zeros(2, batch, 1),
                new SplittableRandom(5));
    }

    /** States that are full of a number for each agent and sample. */
    private static Prediction full(AgentTensor numbers) {
        AgentTensor states = AgentTensor.zeros(2, numbers.rows(), SHAPE.width());
        for (int column = 0; column < SHAPE.width(); column++) {
            numbers.copyTo(states, column);
        }
        return new Prediction(
                states, numbers.zerosLike(), Prediction.End.none(2, numbers.rows()), everything(numbers.rows()));
    }

    private static ActionMasks everything(int rows) {
        ActionMasks legal = SHAPE.masks(rows);
        Arrays.fill(legal.values(), true);
        return legal;
    }

    /** The first value of each state. */
    private static AgentTensor firsts(Prediction prediction) {
        return prediction.states().columns(0, 1);
    }
}
