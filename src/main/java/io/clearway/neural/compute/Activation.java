package io.clearway.neural.compute;

/** What a hidden layer does to its weighted sums. */
public enum Activation {
    /** max(0, x). */
    RELU,
    /** Hyperbolic tangent. */
    TANH,
    /** x itself: the whole perceptron stays linear. */
    IDENTITY
}
