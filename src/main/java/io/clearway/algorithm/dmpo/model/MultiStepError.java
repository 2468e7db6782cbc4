package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.metric.Metric;
import io.clearway.neural.AgentTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Error of a model's rollout: from true states, along the actions that were really taken, compared with the true states
 * and rewards step by step.
 */
public final class MultiStepError {
    /** Steps after which errors are reported. */
    public static final int SHORT_HORIZON = 5;

    /** Steps after which errors are reported where rollouts go so far. */
    public static final int LONG_HORIZON = 25;

    /** Steps of the longest rollouts that are evaluated, and of shorter ones for shorter episodes. */
    private static final int[] LENGTHS = {LONG_HORIZON, SHORT_HORIZON};
    /** Rollouts that are evaluated. */
    private static final int WINDOWS = 32;

    private final List<ModelError> errors = new ArrayList<>();
    private final List<Double> distances = new ArrayList<>();
    private final List<Double> joint = new ArrayList<>();

    private MultiStepError() {}

    /** Rollouts of a model over windows of real play. */
    public static MultiStepError of(
            JointModel model,
            JointShape shape,
            FeatureNormalizer.Frozen scales,
            Windows windows,
            RandomGenerator chance) {
        MultiStepError rollouts = new MultiStepError();
        RelativeError relative = new RelativeError(scales, windows);
        AgentTensor states = windows.states(0);
        ActionMasks legal = windows.legal(0);
        for (int step = 0; step < windows.length(); step++) {
            Prediction next = model.predict(states, legal, windows.actions(step), chance);
            rollouts.errors.add(relative.of(next, step));
            rollouts.distances.add(
                    mean(StepError.of(shape, scales, next, windows.states(step + 1), windows.rewards(step))));
            rollouts.joint.add(StepError.joint(shape, scales, next, windows.states(step + 1)));
            states = next.states();
            legal = next.legal();
        }
        return rollouts;
    }

    /** Windows to evaluate, as long as the held-out episodes allow; none when they are too short or missing. */
    public static List<Windows> windows(Replay replay, RandomGenerator chance) {
        for (int length : LENGTHS) {
            if (replay.holdsOut(length)) {
                return List.of(replay.heldOut(WINDOWS, length, chance));
            }
        }
        return List.of();
    }

    private static double mean(AgentTensor errors) {
        double sum = 0;
        for (float error : errors.values()) {
            sum += error;
        }
        return sum / errors.values().length;
    }

    /** Steps of the rollouts. */
    public int length() {
        return errors.size();
    }

    /** Error of what is predicted for a horizon, 1 being the first step. */
    public ModelError at(int horizon) {
        return errors.get(horizon - 1);
    }

    /** {@link StepError}, mean over agents and rollouts, summed over the steps to a horizon. */
    public double sum(int horizon) {
        return distances.subList(0, horizon).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** Error of the joint state at each step: ‖ŝ' − s'‖ in units of changes' deviations, mean over rollouts. */
    public List<Double> joint() {
        return List.copyOf(joint);
    }

    /** Adds the errors at the horizons that are kept, as far as the rollouts go. */
    public void report(Map<Metric, Double> measured) {
        if (length() >= SHORT_HORIZON) {
            measured.put(Metric.MODEL_STATE_ERROR_5, at(SHORT_HORIZON).state());
            measured.put(Metric.MODEL_REWARD_ERROR_5, at(SHORT_HORIZON).reward());
            measured.put(Metric.MODEL_ERROR_SUM_5, sum(SHORT_HORIZON));
        }
        if (length() >= LONG_HORIZON) {
            measured.put(Metric.MODEL_STATE_ERROR_25, at(LONG_HORIZON).state());
            measured.put(Metric.MODEL_REWARD_ERROR_25, at(LONG_HORIZON).reward());
            measured.put(Metric.MODEL_ERROR_SUM_25, sum(LONG_HORIZON));
        }
    }
}
