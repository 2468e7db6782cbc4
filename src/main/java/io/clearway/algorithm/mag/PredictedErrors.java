package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.neural.AgentTensor;

/** Says how far off the local models are, before anybody knows: what planning makes small. */
interface PredictedErrors {
    /**
     * Errors of steps from some states by some actions.
     *
     * @param states s
     * @param actions a
     * @param next what is said to follow
     */
    AgentTensor of(AgentTensor states, AgentTensor actions, Prediction next);
}
