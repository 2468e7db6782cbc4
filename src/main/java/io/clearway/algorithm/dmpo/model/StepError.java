package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.AgentTensor;

/**
 * How far a predicted step is from the real one, for each agent: ‖ŝ'_i − s'_i‖ / √w_i + |r̂_i − r_i|, in units of the
 * deviations of changes and rewards; w_i is the length of what the agent observes (Wu et al. 2023, Planning to Predict,
 * with a unit for each value).
 */
public final class StepError {
    private StepError() {}

    /**
     * ‖ŝ' − s'‖ of the states of all agents together, each value in units of its change's deviation, mean over rows.
     *
     * @param states s' as it came
     */
    static double joint(JointShape shape, FeatureNormalizer.Frozen scales, Prediction predicted, AgentTensor states) {
        double sum = 0;
        for (int row = 0; row < states.rows(); row++) {
            double squares = 0;
            for (int agent = 0; agent < states.agents(); agent++) {
                squares += squares(shape, scales, predicted.states(), states, agent, row);
            }
            sum += Math.sqrt(squares);
        }
        return sum / states.rows();
    }

    /** ‖ŝ'_i − s'_i‖² of one agent in a row, in these units. */
    private static double squares(
            JointShape shape,
            FeatureNormalizer.Frozen scales,
            AgentTensor predicted,
            AgentTensor states,
            int agent,
            int row) {
        double squares = 0;
        for (int i = 0; i < shape.observationSize(agent); i++) {
            double difference = predicted.get(agent, row, i) - states.get(agent, row, i);
            squares += Math.pow(difference / scales.changeDeviation().get(agent, 0, i), 2);
        }
        return squares;
    }

    /**
     * Errors of all agents.
     *
     * @param states s' as it came
     * @param rewards r as it came
     */
    public static AgentTensor of(
            JointShape shape,
            FeatureNormalizer.Frozen scales,
            Prediction predicted,
            AgentTensor states,
            AgentTensor rewards) {
        AgentTensor errors = rewards.zerosLike();
        for (int agent = 0; agent < errors.agents(); agent++) {
            int size = shape.observationSize(agent);
            float deviation = scales.rewardDeviation().get(agent, 0, 0);
            for (int row = 0; row < errors.rows(); row++) {
                double squares = squares(shape, scales, predicted.states(), states, agent, row);
                double reward =
                        Math.abs(predicted.rewards().get(agent, row, 0) - rewards.get(agent, row, 0)) / deviation;
                errors.set(agent, row, 0, (float) (Math.sqrt(squares / Math.max(1, size)) + reward));
            }
        }
        return errors;
    }
}
