package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.neural.AgentTensor;

/** Predicts the errors of the local models, which planning minimizes. */
interface PredictedErrors {
    /**
     * Errors of steps from some states by some actions.
     *
     * @param states s
     * @param actions a
     * @param next predicted next states
     */
    AgentTensor of(AgentTensor states, AgentTensor actions, Prediction next);
}
