package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.Prediction;

/** Says how far off the local models are, before anybody knows: what planning makes small. */
interface PredictedErrors {
    /**
     * Errors [agents][batch] of steps from some states by some actions.
     *
     * @param states s [agents][batch][width]
     * @param actions a [agents][batch]
     * @param next what is said to follow
     */
    float[] of(float[] states, float[] actions, Prediction next);
}
