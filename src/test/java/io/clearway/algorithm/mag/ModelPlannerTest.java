package io.clearway.algorithm.mag;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.TwoJunctions;
import io.clearway.algorithm.dmpo.model.JointModel;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.policygradient.ActorCritic;
import io.clearway.algorithm.policygradient.ActorCriticSettings;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.network.Seeds;
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
    private static final JointModel DRAWING = (states, legal, actions, batch, chance) -> {
        float[] next = new float[states.length];
        for (int row = 0; row < actions.length; row++) {
            Arrays.fill(next, row * SHAPE.width(), (row + 1) * SHAPE.width(), (float) chance.nextDouble());
        }
        return new Prediction(next, new float[actions.length], new float[actions.length], everything(actions.length));
    };
    /** Small states are said to be nearly right. */
    private static final PredictedErrors SMALL_IS_RIGHT = (states, actions, next) -> firsts(next.states());

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
        // [agents][candidates][batch]
        float[] sums = {
            5, 1, /**/ 2, 2, /**/ 3, 3, //
            0, 9, /**/ 4, 8, /**/ 1, 1
        };
        assertThat(planner(SMALL_IS_RIGHT, 3, 1, OWN).chosen(sums, 2)).containsExactly(2, 1, 6, 11);
        // together: 5, 6, 4 in the first sample, 10, 10, 4 in the second
        assertThat(planner(SMALL_IS_RIGHT, 3, 1, ALL).chosen(sums, 2)).containsExactly(4, 5, 10, 11);
    }

    @Test
    void ofEqualsTheFirstIsChosen() {
        assertThat(planner(SMALL_IS_RIGHT, 2, 1, ALL).chosen(new float[] {1, 2, 2, 1}, 1))
                .containsExactly(0, 2);
    }

    @Test
    void theFirstStepOfTheBestRolloutIsWhatIsPredicted() {
        float[] planned = firsts(predict(planner(SMALL_IS_RIGHT, 50, 1, OWN), 4).states());
        for (float state : planned) {
            assertThat(state).isLessThan(0.2f);
        }
        float[] plain = firsts(predict(planner(SMALL_IS_RIGHT, 1, 1, OWN), 4).states());
        assertThat(plain).isEqualTo(firsts(draw(4).states()));
    }

    @Test
    void choosingTogetherTakesBothAgentsFromOneRollout() {
        JointModel equal = (states, legal, actions, batch, chance) -> {
            float[] next = new float[states.length];
            for (int sample = 0; sample < batch; sample++) {
                float value = (float) chance.nextDouble();
                for (int agent = 0; agent < 2; agent++) {
                    int row = agent * batch + sample;
                    Arrays.fill(next, row * SHAPE.width(), (row + 1) * SHAPE.width(), value);
                }
            }
            return new Prediction(
                    next, new float[actions.length], new float[actions.length], everything(actions.length));
        };
        PredictedErrors anything = (states, actions, next) -> {
            float[] errors = firsts(next.states());
            for (int row = 0; row < errors.length; row++) {
                errors[row] = (float) Math.sin(1000 * errors[row] + row);
            }
            return errors;
        };
        var reach = new ModelPlanner.Reach(8, 2, ALL);
        float[] together = firsts(predict(new ModelPlanner(SHAPE, equal, anything, policy, reach), 3)
                .states());
        assertThat(Arrays.copyOf(together, 3)).isEqualTo(Arrays.copyOfRange(together, 3, 6));
        var alone = new ModelPlanner.Reach(8, 2, OWN);
        float[] apart = firsts(predict(new ModelPlanner(SHAPE, equal, anything, policy, alone), 3)
                .states());
        assertThat(Arrays.copyOf(apart, 3)).isNotEqualTo(Arrays.copyOfRange(apart, 3, 6));
    }

    @Test
    void aStepThatLeadsToLargeErrorsLaterIsNotTaken() {
        // a first step below one half looks better by a little, but all that follows it is far off
        PredictedErrors trap = (states, actions, next) -> {
            float[] before = firsts(states);
            float[] errors = firsts(next.states());
            for (int row = 0; row < errors.length; row++) {
                float now = errors[row] < 0.5f ? 0 : 0.1f;
                errors[row] = before[row] > 0 && before[row] < 0.5f ? 1 : now;
            }
            return errors;
        };
        for (float greedy : firsts(predict(planner(trap, 30, 1, OWN), 4).states())) {
            assertThat(greedy).isLessThan(0.5f);
        }
        for (float farsighted : firsts(predict(planner(trap, 30, 2, OWN), 4).states())) {
            assertThat(farsighted).isGreaterThanOrEqualTo(0.5f);
        }
    }

    private ModelPlanner planner(PredictedErrors errors, int candidates, int length, List<List<Integer>> counted) {
        return new ModelPlanner(SHAPE, DRAWING, errors, policy, new ModelPlanner.Reach(candidates, length, counted));
    }

    private static Prediction predict(JointModel model, int batch) {
        return model.predict(
                new float[2 * batch * SHAPE.width()],
                everything(2 * batch),
                new float[2 * batch],
                batch,
                new SplittableRandom(5));
    }

    private static Prediction draw(int batch) {
        return predict(DRAWING, batch);
    }

    private static boolean[] everything(int rows) {
        boolean[] legal = new boolean[rows * SHAPE.actions()];
        Arrays.fill(legal, true);
        return legal;
    }

    /** The first value of each row. */
    private static float[] firsts(float[] states) {
        float[] firsts = new float[states.length / SHAPE.width()];
        for (int row = 0; row < firsts.length; row++) {
            firsts[row] = states[row * SHAPE.width()];
        }
        return firsts;
    }
}
