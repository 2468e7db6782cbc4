package io.clearway.algorithm.dmpo.model;

import io.clearway.neural.compute.Activation;

/** What the hidden layers of the model do. */
public enum ModelActivation {
    /** max(0, x). */
    RELU(Activation.RELU),
    /** Nothing: the model is linear, the ablation of Ma et al. 2024. */
    IDENTITY(Activation.IDENTITY);

    private final Activation activation;

    ModelActivation(Activation activation) {
        this.activation = activation;
    }

    /** For the networks. */
    Activation activation() {
        return activation;
    }
}
