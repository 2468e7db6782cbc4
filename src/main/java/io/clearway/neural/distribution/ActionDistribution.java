package io.clearway.neural.distribution;

import java.util.random.RandomGenerator;

/**
 * How an agent chooses among its actions, given by the outputs of its network and by numbers of its own. An action is a
 * number: that of a choice, or the value itself. Gradients are with respect to those outputs and numbers, one after
 * another.
 */
public interface ActionDistribution {
    /** Natural logarithm of an action's probability or of its density. */
    double logProbability(float action);

    /** Entropy (nat). */
    double entropy();

    /** KL(this ‖ other) (nat); the other one is of the same kind. */
    double divergence(ActionDistribution other);

    /** Whether only this action is possible, so that there is nothing to learn from it. */
    boolean certain(float action);

    /** A drawn action. */
    float sample(RandomGenerator chance);

    /** The most probable action. */
    float greedy();

    /** Adds scale · ∂ log p(action) to gradients, from a place on. */
    void addLogProbabilityGradient(float action, float scale, float[] gradients, int at);

    /** Adds scale · ∂ entropy to gradients, from a place on. */
    void addEntropyGradient(float scale, float[] gradients, int at);
}
