package io.clearway.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NetworkExportTest {
    @ParameterizedTest
    @EnumSource(Activation.class)
    void anExportedNetworkComputesTheSameInDl4j(Activation hidden) throws IOException {
        PerceptronShape shape = new PerceptronShape(List.of(6, 20, 9, 4), hidden);
        int networks = 11;
        int batch = 3;
        float[] inputs = new float[networks * batch * 6];
        float[] noise = new float[shape.parameters()];
        SplittableRandom chance = new SplittableRandom(4);
        fill(inputs, chance);
        try (ComputePool pool = new ComputePool(1);
                AgentNetworks agents = AgentNetworks.create(networks, shape, 2, pool)) {
            for (int network = 0; network < networks; network++) {
                fill(noise, chance);
                agents.setParameters(network, noise);
            }
            float[] outputs =
                    agents.forward(AgentTensor.of(networks, batch, 6, inputs)).values();
            for (int network : new int[] {0, 10}) {
                MultiLayerNetwork theirs = ModelSerializer.restoreMultiLayerNetwork(
                        new ByteArrayInputStream(agents.exportNetwork(network)), false);
                INDArray in = Nd4j.createFromArray(Arrays.copyOfRange(inputs, network * 18, network * 18 + 18))
                        .reshape(batch, 6);
                float[] expected = theirs.output(in).dup('c').reshape(-1).toFloatVector();
                assertThat(Arrays.copyOfRange(outputs, network * 12, network * 12 + 12))
                        .containsExactly(expected, within(1e-4f));
            }
        }
    }

    private static void fill(float[] values, SplittableRandom chance) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 * chance.nextGaussian());
        }
    }
}
