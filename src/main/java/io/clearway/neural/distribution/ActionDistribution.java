package io.clearway.neural.distribution;

import java.util.random.RandomGenerator;

/**
 * How an agent chooses among its actions, given by the outputs of its network and by numbers of its own. An action is a
 * few consecutive numbers of an array, from a place on: that of a choice, or the real numbers themselves. Gradients are
 * with respect to those outputs and numbers, one after another.
 */
public interface ActionDistribution {
    /** Natural logarithm of an action's probability or of its density. */
    double logProbability(float[] actions, int at);

    /** Entropy (nat). */
    double entropy();

    /** KL(this ‖ other) (nat); the other one is of the same kind. */
    double divergence(ActionDistribution other);

    /** Whether only this action is possible, so that there is nothing to learn from it. */
    boolean certain(float[] actions, int at);

    /** Writes a drawn action. */
    void sample(RandomGenerator chance, float[] to, int at);

    /** Writes the most probable action. */
    void greedy(float[] to, int at);

    /** Adds scale · ∂ log p(action) to gradients, from a place on. */
    void addLogProbabilityGradient(float[] actions, int at, float scale, float[] gradients, int gradientsAt);

    /** Adds scale · ∂ entropy to gradients, from a place on. */
    void addEntropyGradient(float scale, float[] gradients, int at);
}
