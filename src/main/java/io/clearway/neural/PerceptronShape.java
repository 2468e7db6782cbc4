package io.clearway.neural;

import io.clearway.neural.compute.Activation;
import java.util.List;

/**
 * Shape of a multi-layer perceptron with linear outputs.
 *
 * @param sizes units per layer: inputs, hidden layers in order, outputs; at least inputs and outputs
 * @param hidden activation of every hidden layer
 */
public record PerceptronShape(List<Integer> sizes, Activation hidden) {
    public PerceptronShape {
        sizes = List.copyOf(sizes);
        if (sizes.size() < 2 || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(
                    "Layer sizes %s cannot be used; give at least inputs and outputs, each 1 or more".formatted(sizes));
        }
    }

    /** Values that go in. */
    public int inputs() {
        return sizes.get(0);
    }

    /** Number of outputs. */
    public int outputs() {
        return sizes.get(sizes.size() - 1);
    }

    /** Weight layers: one less than the layers of units. */
    public int layers() {
        return sizes.size() - 1;
    }

    /** Weights and biases of one network. */
    public int parameters() {
        int sum = 0;
        for (int layer = 0; layer < layers(); layer++) {
            sum = Math.addExact(sum, Math.multiplyExact(fanIn(layer) + 1, fanOut(layer)));
        }
        return sum;
    }

    int fanIn(int layer) {
        return sizes.get(layer);
    }

    int fanOut(int layer) {
        return sizes.get(layer + 1);
    }

    /** Where a layer's weights begin in the flat parameters: column by column, as DL4J's 'f' order lays them. */
    int weightsAt(int layer) {
        int at = 0;
        for (int before = 0; before < layer; before++) {
            at += (fanIn(before) + 1) * fanOut(before);
        }
        return at;
    }

    /** Where a layer's biases begin in the flat parameters. */
    int biasesAt(int layer) {
        return weightsAt(layer) + fanIn(layer) * fanOut(layer);
    }
}
