package io.clearway.neural.tape;

import io.clearway.neural.AgentTensor;
import java.util.List;
import java.util.function.BiFunction;

/** An immutable copy of agents' layers for acting: plain Java, for any number of threads. */
public final class FrozenLayers implements LayerProducts {
    private final int agents;
    private final float[][][][] weights;
    private final float[][][] biases;

    private FrozenLayers(int agents, int layers) {
        this.agents = agents;
        this.weights = new float[layers][agents][][];
        this.biases = new float[layers][agents][];
    }

    static FrozenLayers of(List<LinearLayer> layers, int agents, BiFunction<LinearLayer, Integer, float[]> parameters) {
        FrozenLayers copy = new FrozenLayers(agents, layers.size());
        for (LinearLayer layer : layers) {
            float[] before = new float[0];
            for (int agent = 0; agent < agents; agent++) {
                float[] flat = parameters.apply(layer, agent);
                if (agent > 0 && flat == before) {
                    copy.weights[layer.number()][agent] = copy.weights[layer.number()][agent - 1];
                    copy.biases[layer.number()][agent] = copy.biases[layer.number()][agent - 1];
                } else {
                    copy.copy(layer, agent, flat);
                }
                before = flat;
            }
        }
        return copy;
    }

    private void copy(LinearLayer layer, int agent, float[] flat) {
        float[][] rows = new float[layer.inputs()][layer.outputs()];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(flat, i * layer.outputs(), rows[i], 0, layer.outputs());
        }
        float[] bias = new float[layer.outputs()];
        System.arraycopy(flat, layer.inputs() * layer.outputs(), bias, 0, bias.length);
        weights[layer.number()][agent] = rows;
        biases[layer.number()][agent] = bias;
    }

    /** Number of agents n. */
    public int agents() {
        return agents;
    }

    @Override
    public AgentTensor product(LinearLayer layer, AgentTensor inputs) {
        AgentTensor outputs = AgentTensor.zeros(agents, inputs.rows(), layer.outputs());
        float[] from = inputs.values();
        for (int agent = 0; agent < agents; agent++) {
            float[][] own = weights[layer.number()][agent];
            for (int row = 0; row < inputs.rows(); row++) {
                int at = inputs.at(agent, row);
                float[] sums = biases[layer.number()][agent].clone();
                for (int i = 0; i < own.length; i++) {
                    float factor = from[at + i];
                    if (factor != 0) {
                        addScaled(sums, factor, own[i]);
                    }
                }
                System.arraycopy(sums, 0, outputs.values(), outputs.at(agent, row), sums.length);
            }
        }
        return outputs;
    }

    private static void addScaled(float[] sums, float factor, float[] row) {
        for (int o = 0; o < sums.length; o++) {
            sums[o] += factor * row[o];
        }
    }
}
