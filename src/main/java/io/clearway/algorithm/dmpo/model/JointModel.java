package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.neural.AgentTensor;
import java.util.random.RandomGenerator;

/** Predicts what follows a joint step: the environment of rollouts. */
public interface JointModel {
    /**
     * One step of imagination.
     *
     * @param states s, a row per sample
     * @param legal the actions that are legal there
     * @param actions a, as their kind keeps them
     * @param chance for models that draw what follows
     */
    Prediction predict(AgentTensor states, ActionMasks legal, AgentTensor actions, RandomGenerator chance);
}
