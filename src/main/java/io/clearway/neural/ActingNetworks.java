package io.clearway.neural;

import io.clearway.neural.compute.Elementwise;
import java.util.function.IntFunction;

/** An immutable copy of agents' networks for acting on single observations: plain Java, for any number of threads. */
public final class ActingNetworks {
    private final PerceptronShape shape;
    private final float[][][][] weights;
    private final float[][][] biases;

    private ActingNetworks(PerceptronShape shape, int networks) {
        this.shape = shape;
        this.weights = new float[networks][shape.layers()][][];
        this.biases = new float[networks][shape.layers()][];
    }

    static ActingNetworks of(PerceptronShape shape, int networks, IntFunction<float[]> parameters) {
        ActingNetworks copy = new ActingNetworks(shape, networks);
        for (int network = 0; network < networks; network++) {
            float[] flat = parameters.apply(network);
            for (int layer = 0; layer < shape.layers(); layer++) {
                copy.weights[network][layer] = rows(flat, shape, layer);
                float[] bias = new float[shape.fanOut(layer)];
                System.arraycopy(flat, shape.biasesAt(layer), bias, 0, bias.length);
                copy.biases[network][layer] = bias;
            }
        }
        return copy;
    }

    /** A row per input, so that the inner loop of {@link #outputs} runs over whole arrays. */
    private static float[][] rows(float[] flat, PerceptronShape shape, int layer) {
        int in = shape.fanIn(layer);
        float[][] rows = new float[in][shape.fanOut(layer)];
        int at = shape.weightsAt(layer);
        for (int o = 0; o < shape.fanOut(layer); o++) {
            for (int i = 0; i < in; i++) {
                rows[i][o] = flat[at + o * in + i];
            }
        }
        return rows;
    }

    /** How many networks. */
    public int networks() {
        return weights.length;
    }

    /** Shape of each. */
    public PerceptronShape shape() {
        return shape;
    }

    /** Outputs of one network for one input. */
    public float[] outputs(int network, float[] input) {
        if (input.length != shape.inputs()) {
            throw new IllegalArgumentException(
                    "%d inputs do not fit a network of %d".formatted(input.length, shape.inputs()));
        }
        float[] units = input;
        for (int layer = 0; layer < shape.layers(); layer++) {
            float[] sums = biases[network][layer].clone();
            for (int i = 0; i < units.length; i++) {
                addScaled(sums, units[i], weights[network][layer][i]);
            }
            if (layer < shape.layers() - 1) {
                Elementwise.apply(shape.hidden(), sums);
            }
            units = sums;
        }
        return units;
    }

    private static void addScaled(float[] sums, float factor, float[] row) {
        for (int o = 0; o < sums.length; o++) {
            sums[o] += factor * row[o];
        }
    }
}
