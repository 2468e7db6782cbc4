package io.clearway.neural;

import io.clearway.neural.compute.Activation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** One network as DL4J knows it: our flat parameters are laid out as DL4J's, so that it computes on the same memory. */
final class NetworkExport {
    private NetworkExport() {}

    /** The bytes of a DL4J model file. */
    static byte[] modelFile(PerceptronShape shape, INDArray parameters) {
        var bytes = new ByteArrayOutputStream();
        try {
            ModelSerializer.writeModel(live(shape, parameters), bytes, false);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @param parameters [1, parameters]; the DL4J network works on this memory */
    static MultiLayerNetwork live(PerceptronShape shape, INDArray parameters) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(shape));
        network.init(parameters, false);
        return network;
    }

    private static MultiLayerConfiguration configuration(PerceptronShape shape) {
        var layers = new NeuralNetConfiguration.Builder().list();
        int last = shape.layers() - 1;
        for (int layer = 0; layer < last; layer++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(shape.fanIn(layer))
                    .nOut(shape.fanOut(layer))
                    .activation(activation(shape.hidden()))
                    .build());
        }
        return layers.layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(shape.fanIn(last))
                        .nOut(shape.fanOut(last))
                        .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
                        .build())
                .build();
    }

    private static org.nd4j.linalg.activations.Activation activation(Activation ours) {
        return switch (ours) {
            case RELU -> org.nd4j.linalg.activations.Activation.RELU;
            case TANH -> org.nd4j.linalg.activations.Activation.TANH;
            case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
        };
    }
}
