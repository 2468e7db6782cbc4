package io.clearway.neural;

import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.BatchedProduct;
import io.clearway.neural.compute.Elementwise;
import io.clearway.neural.compute.NativeMatrix;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Native memory and prepared products to take one chunk of networks forward and backward at one batch size. */
final class ChunkPass implements AutoCloseable {
    private final PerceptronShape shape;
    private final int networks;
    private final int batch;
    private final NativeMatrix gradients;
    private final List<NativeMatrix> units = new ArrayList<>();
    private final List<NativeMatrix> deltas = new ArrayList<>();
    private final List<BatchedProduct> sums = new ArrayList<>();
    private final List<BatchedProduct> weightGradients = new ArrayList<>();
    private final List<BatchedProduct> backward = new ArrayList<>();

    /** @param parameters and {@code gradients}: [networks, parameters], owned by the caller */
    ChunkPass(PerceptronShape shape, int networks, int batch, NativeMatrix parameters, NativeMatrix gradients) {
        this.shape = shape;
        this.networks = networks;
        this.batch = batch;
        this.gradients = gradients;
        for (int size : shape.sizes()) {
            units.add(new NativeMatrix(networks, batch, size));
            deltas.add(new NativeMatrix(networks, batch, size));
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            INDArray below = units.get(layer).array();
            INDArray delta = deltas.get(layer + 1).array();
            INDArray weights = weights(parameters, layer);
            sums.add(new BatchedProduct(
                    below, false, weights, false, units.get(layer + 1).array()));
            weightGradients.add(new BatchedProduct(below, true, delta, false, weights(gradients, layer)));
            backward.add(new BatchedProduct(
                    delta, false, weights, true, deltas.get(layer).array()));
        }
    }

    /** [networks, in, out] over the flat parameters of each network. */
    private INDArray weights(NativeMatrix flat, int layer) {
        int in = shape.fanIn(layer);
        int out = shape.fanOut(layer);
        return flat.view(
                new long[] {networks, in, out}, new long[] {shape.parameters(), 1, in}, shape.weightsAt(layer), 'f');
    }

    int batch() {
        return batch;
    }

    /**
     * All networks' inputs in, all networks' outputs out, of which the chunk reads and writes its own part.
     *
     * @param first number of the chunk's first network
     * @return calls of ND4J made
     */
    int forward(AgentTensor inputs, AgentTensor outputs, int first, float[][] parameters) {
        units.get(0).write(0, inputs.values(), inputs.at(first, 0), networks * batch * shape.inputs());
        for (int layer = 0; layer < shape.layers(); layer++) {
            sums.get(layer).compute();
            addBiases(layer, parameters);
        }
        units.get(shape.layers()).read(0, outputs.values(), outputs.at(first, 0), networks * batch * shape.outputs());
        return shape.layers();
    }

    private void addBiases(int layer, float[][] parameters) {
        Activation activation = layer == shape.layers() - 1 ? Activation.IDENTITY : shape.hidden();
        int width = shape.fanOut(layer);
        for (int network = 0; network < networks; network++) {
            float[] bias = new float[width];
            System.arraycopy(parameters[network], shape.biasesAt(layer), bias, 0, width);
            Elementwise.activate(units.get(layer + 1), network * batch * width, batch, bias, activation);
        }
    }

    /** Replaces the gradients; ND4J calls made. */
    int backward(AgentTensor outputGradients, int first, boolean inputGradientsWanted) {
        int calls = 0;
        deltas.get(shape.layers())
                .write(0, outputGradients.values(), outputGradients.at(first, 0), networks * batch * shape.outputs());
        for (int layer = shape.layers() - 1; layer >= 0; layer--) {
            deactivate(layer);
            weightGradients.get(layer).compute();
            calls++;
            if (layer > 0 || inputGradientsWanted) {
                backward.get(layer).compute();
                calls++;
            }
        }
        return calls;
    }

    /** Gradient with respect to a layer's sums, and of its biases. */
    private void deactivate(int layer) {
        Activation activation = layer == shape.layers() - 1 ? Activation.IDENTITY : shape.hidden();
        int width = shape.fanOut(layer);
        NativeMatrix delta = deltas.get(layer + 1);
        for (int network = 0; network < networks; network++) {
            int at = network * batch * width;
            Elementwise.derive(delta, units.get(layer + 1), at, batch * width, activation);
            float[] sum = Elementwise.sumOfRows(delta, at, batch, width);
            gradients.write(network * shape.parameters() + shape.biasesAt(layer), sum, 0, width);
        }
    }

    void readInputGradients(AgentTensor to, int first) {
        deltas.get(0).read(0, to.values(), to.at(first, 0), networks * batch * shape.inputs());
    }

    @Override
    public void close() {
        sums.forEach(BatchedProduct::close);
        weightGradients.forEach(BatchedProduct::close);
        backward.forEach(BatchedProduct::close);
        units.forEach(NativeMatrix::close);
        deltas.forEach(NativeMatrix::close);
    }
}
