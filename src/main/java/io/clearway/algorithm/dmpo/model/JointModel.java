package io.clearway.algorithm.dmpo.model;

import java.util.random.RandomGenerator;

/** Tells what follows a joint step, as far as a model can: what rollouts are made in. */
public interface JointModel {
    /**
     * One step of imagination.
     *
     * @param states s [agents][batch][width]
     * @param legal masks of legal actions [agents][batch][actions]
     * @param actions a [agents][batch], as their kind keeps them
     * @param chance for models that draw what follows
     */
    Prediction predict(float[] states, boolean[] legal, float[] actions, int batch, RandomGenerator chance);
}
