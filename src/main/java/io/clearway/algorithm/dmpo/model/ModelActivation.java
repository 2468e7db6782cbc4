package io.clearway.algorithm.dmpo.model;

import io.clearway.neural.compute.Activation;
import io.clearway.setting.InvalidSetting;
import java.util.Arrays;

/** What the hidden layers of the model do. */
public enum ModelActivation {
    /** max(0, x). */
    RELU("relu", Activation.RELU),
    /** Nothing: the model is linear, the ablation of Ma et al. 2024. */
    IDENTITY("identity", Activation.IDENTITY);

    private final String key;
    private final Activation activation;

    ModelActivation(String key, Activation activation) {
        this.key = key;
        this.activation = activation;
    }

    /** Name in settings. */
    public String key() {
        return key;
    }

    /** For the networks. */
    Activation activation() {
        return activation;
    }

    /** The choice of this name, or {@link InvalidSetting} on the field {@code modelActivation}. */
    static ModelActivation named(String key) {
        return Arrays.stream(values())
                .filter(choice -> choice.key.equals(key))
                .findAny()
                .orElseThrow(() -> new InvalidSetting("modelActivation", key, "use one of: relu, identity"));
    }
}
