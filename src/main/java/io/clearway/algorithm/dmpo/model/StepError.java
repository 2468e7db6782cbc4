package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.JointShape;

/**
 * How far a predicted step is from the real one, for each agent: ‖ŝ'_i − s'_i‖ / √w_i + |r̂_i − r_i|, in units of the
 * deviations of changes and rewards; w_i is the length of what the agent observes (Wu et al. 2023, Planning to Predict,
 * with a unit for each value).
 */
public final class StepError {
    private StepError() {}

    /**
     * Errors of all agents [agents][batch].
     *
     * @param states s' as it came [agents][batch][width]
     * @param rewards r as it came [agents][batch]
     */
    public static float[] of(
            JointShape shape, FeatureNormalizer.Frozen scales, Prediction predicted, float[] states, float[] rewards) {
        float[] errors = new float[rewards.length];
        int batch = errors.length / shape.agents();
        for (int row = 0; row < errors.length; row++) {
            int agent = row / batch;
            double squares = 0;
            for (int i = 0; i < shape.observationSize(agent); i++) {
                double difference = predicted.states()[row * shape.width() + i] - states[row * shape.width() + i];
                squares += Math.pow(difference / scales.changeDeviation()[agent * shape.width() + i], 2);
            }
            double reward = Math.abs(predicted.rewards()[row] - rewards[row]) / scales.rewardDeviation()[agent];
            errors[row] = (float) (Math.sqrt(squares / Math.max(1, shape.observationSize(agent))) + reward);
        }
        return errors;
    }
}
