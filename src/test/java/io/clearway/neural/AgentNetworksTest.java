package io.clearway.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.compute.Elementwise;
import io.clearway.neural.optimizer.Adam;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgentNetworksTest {
    private static final int NETWORKS = 19;
    private static final int BATCH = 5;

    private final ComputePool one = new ComputePool(1);
    private final ComputePool two = new ComputePool(2);

    @AfterEach
    void closePools() {
        one.close();
        two.close();
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void gradientsEqualFiniteDifferencesInDouble(Activation hidden) {
        PerceptronShape shape = new PerceptronShape(List.of(4, 7, 6, 3), hidden);
        float[] inputs = random(NETWORKS * BATCH * 4, 1);
        float[] outputGradients = random(NETWORKS * BATCH * 3, 2);
        try (AgentNetworks networks = AgentNetworks.create(NETWORKS, shape, 7, two)) {
            scatterBiases(networks);
            float[] outputs =
                    networks.forward(AgentTensor.of(NETWORKS, BATCH, 4, inputs)).values();
            float[] inputGradients = networks.backwardToInputs(AgentTensor.of(NETWORKS, BATCH, 3, outputGradients))
                    .values();
            for (int network = 0; network < NETWORKS; network++) {
                var exact = new DoublePerceptron(shape, DoublePerceptron.widened(networks.parameters(network)));
                double[] in = part(inputs, network, 4);
                double[] out = part(outputGradients, network, 3);
                assertClose(part(outputs, network, 3), rows(exact, in));
                assertClose(
                        DoublePerceptron.widened(networks.gradients(network)),
                        exact.parameterGradients(in, out, BATCH));
                assertClose(part(inputGradients, network, 4), exact.inputGradients(in, out, BATCH));
            }
        }
    }

    @Test
    void oneAndTwoThreadsAndRepeatsAgreeBitForBit() {
        float[] alone = trained(one, 30);
        assertThat(trained(two, 30)).containsExactly(alone);
        assertThat(trained(one, 30)).containsExactly(alone);
    }

    @Test
    void twoLearnersSharingAPoolDoNotDisturbEachOther() {
        float[] alone = trained(two, 200);
        var beside = CompletableFuture.supplyAsync(() -> trained(two, 200));
        assertThat(trained(two, 200)).containsExactly(alone);
        assertThat(beside.join()).containsExactly(alone);
    }

    @Test
    void aGradientThatIsNotFiniteNamesItsNetwork() {
        PerceptronShape shape = new PerceptronShape(List.of(1, 1), Activation.RELU);
        try (AgentNetworks networks = AgentNetworks.create(3, shape, 1, one)) {
            networks.forward(AgentTensor.of(3, 1, 1, 1, 1, 1));
            networks.backward(AgentTensor.of(3, 1, 1, 1, 1, Float.NaN));
            assertThatThrownBy(() -> networks.step(Adam.of(0.1)))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("Network 2")
                    .hasMessageContaining("NaN");
        }
    }

    @Test
    void damagedBytesAreRefusedAndChangeNothing() throws IOException {
        PerceptronShape shape = new PerceptronShape(List.of(3, 16, 2), Activation.TANH);
        try (AgentNetworks networks = AgentNetworks.create(2, shape, 3, one)) {
            var bytes = new ByteArrayOutputStream();
            networks.writeTo(new DataOutputStream(bytes));
            train(networks, 2);
            float[] before = all(networks);
            byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
            assertThatThrownBy(() -> networks.readFrom(new DataInputStream(new ByteArrayInputStream(half))))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> networks.readFrom(new DataInputStream(new ByteArrayInputStream(new byte[99]))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
            assertThat(all(networks)).containsExactly(before);
            assertThat(networks.steps()).isEqualTo(2);
        }
    }

    @Test
    void theHyperbolicTangentIsExactToFloatPrecision() {
        float[] values = new float[20_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i - 10_000) / 1000f;
        }
        float[] ours = values.clone();
        Elementwise.apply(Activation.TANH, ours);
        for (int i = 0; i < values.length; i++) {
            assertThat((double) ours[i]).isCloseTo(Math.tanh(values[i]), within(5e-7));
        }
        assertThat(Elementwise.tanh(Float.POSITIVE_INFINITY)).isCloseTo(1, within(5e-7f));
    }

    @Test
    void firstWeightsAreOrthogonalAndTheLastLayerHasItsScale() {
        PerceptronShape shape = new PerceptronShape(List.of(9, 9, 5), Activation.IDENTITY);
        try (AgentNetworks networks = AgentNetworks.create(2, shape, 3, 0.01, one)) {
            float[] weights = networks.parameters(1);
            assertThat(weights).isNotEqualTo(networks.parameters(0));
            for (int a = 0; a < 14; a++) {
                for (int b = 0; b <= a; b++) {
                    boolean last = a >= 9;
                    if (last == b >= 9) {
                        double expected = a != b ? 0 : last ? 1e-4 : 1;
                        assertThat(dot(weights, column(shape, a), column(shape, b)))
                                .isCloseTo(expected, within(1e-6));
                    }
                }
            }
        }
    }

    private static int column(PerceptronShape shape, int unit) {
        return unit < 9 ? unit * 9 : shape.weightsAt(1) + (unit - 9) * 9;
    }

    private static double dot(float[] weights, int a, int b) {
        double sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (double) weights[a + i] * weights[b + i];
        }
        return sum;
    }

    @Test
    void savedAndRestoredNetworksContinueExactly() throws IOException {
        PerceptronShape shape = new PerceptronShape(List.of(3, 16, 2), Activation.TANH);
        try (AgentNetworks whole = AgentNetworks.create(NETWORKS, shape, 3, two);
                AgentNetworks restored = AgentNetworks.create(NETWORKS, shape, 99, two)) {
            train(whole, 10);
            var bytes = new ByteArrayOutputStream();
            whole.writeTo(new DataOutputStream(bytes));
            restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            train(whole, 10);
            train(restored, 10);
            assertThat(all(restored)).containsExactly(all(whole));
            assertThat(restored.steps()).isEqualTo(20);
        }
    }

    @Test
    void whatWasWrittenFromAnotherShapeIsRefusedAndChangesNothing() throws IOException {
        var bytes = new ByteArrayOutputStream();
        PerceptronShape shape = new PerceptronShape(List.of(3, 16, 2), Activation.TANH);
        PerceptronShape wider = new PerceptronShape(List.of(3, 17, 2), Activation.TANH);
        try (AgentNetworks networks = AgentNetworks.create(2, shape, 3, one);
                AgentNetworks other = AgentNetworks.create(2, wider, 3, one)) {
            networks.writeTo(new DataOutputStream(bytes));
            float[] before = all(other);
            var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            assertThatThrownBy(() -> other.readFrom(in))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("[3, 16, 2]")
                    .hasMessageContaining("[3, 17, 2]");
            assertThat(all(other)).containsExactly(before);
        }
    }

    @Test
    void aSnapshotActsLikeForwardAndStaysAsItWas() {
        PerceptronShape shape = new PerceptronShape(List.of(4, 33, 20, 3), Activation.TANH);
        float[] inputs = random(NETWORKS * 4, 1);
        try (AgentNetworks networks = AgentNetworks.create(NETWORKS, shape, 7, two)) {
            scatterBiases(networks);
            ActingNetworks snapshot = networks.snapshot();
            float[] outputs =
                    networks.forward(AgentTensor.of(NETWORKS, 1, 4, inputs)).values();
            networks.backward(AgentTensor.of(NETWORKS, 1, 3, random(NETWORKS * 3, 2)));
            networks.step(Adam.of(0.1));
            for (int network = 0; network < NETWORKS; network++) {
                float[] seen = Arrays.copyOfRange(inputs, network * 4, (network + 1) * 4);
                float[] expected = Arrays.copyOfRange(outputs, network * 3, (network + 1) * 3);
                assertThat(snapshot.outputs(network, seen)).containsExactly(expected, within(1e-5f));
            }
        }
    }

    @Test
    void everyNetworkLearnsItsOwnXor() {
        PerceptronShape shape = new PerceptronShape(List.of(2, 16, 1), Activation.TANH);
        AgentTensor inputs = AgentTensor.zeros(10, 4, 2);
        AgentTensor targets = AgentTensor.zeros(10, 4, 1);
        for (int agent = 0; agent < 10; agent++) {
            for (int row = 0; row < 4; row++) {
                int a = row & 1;
                int b = row >> 1;
                inputs.set(agent, row, 0, a);
                inputs.set(agent, row, 1, b);
                // Odd agents learn the opposite.
                targets.set(agent, row, 0, (a + b + agent) % 2 == 1 ? 1 : -1);
            }
        }
        try (AgentNetworks networks = AgentNetworks.create(10, shape, 5, two)) {
            AgentTensor outputs = networks.forward(inputs);
            for (int step = 0; step < 500; step++) {
                AgentTensor errors = outputs.zerosLike();
                for (int i = 0; i < errors.values().length; i++) {
                    errors.values()[i] = (outputs.values()[i] - targets.values()[i]) / 2;
                }
                networks.backward(errors);
                networks.step(Adam.of(0.02));
                outputs = networks.forward(inputs);
            }
            assertThat(outputs.values()).containsExactly(targets.values(), within(0.1f));
        }
    }

    @Test
    void nativeCallsGrowWithChunksOnly() {
        PerceptronShape shape = new PerceptronShape(List.of(3, 8, 2), Activation.RELU);
        assertThat(callsPerStep(1, shape)).isEqualTo(callsPerStep(8, shape));
        assertThat(callsPerStep(16, shape)).isEqualTo(2 * callsPerStep(8, shape));
        assertThat(callsPerStep(9, shape)).isEqualTo(callsPerStep(16, shape));
    }

    @Test
    void useAfterCloseIsSaidPlainly() {
        AgentNetworks networks = AgentNetworks.create(1, new PerceptronShape(List.of(1, 1), Activation.RELU), 1, one);
        networks.close();
        networks.close();
        assertThatThrownBy(() -> networks.forward(AgentTensor.zeros(1, 1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(networks::snapshot).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void parametersMoveAShareOfTheWayToOthers() {
        PerceptronShape shape = new PerceptronShape(List.of(2, 3, 1), Activation.TANH);
        try (AgentNetworks original = AgentNetworks.create(9, shape, 1, one);
                AgentNetworks follower = AgentNetworks.create(9, shape, 2, one)) {
            float[] from = follower.parameters(8);
            float[] to = original.parameters(8);
            follower.moveToward(original, 0.25);
            for (int i = 0; i < from.length; i++) {
                assertThat(follower.parameters(8)[i]).isEqualTo(0.75f * from[i] + 0.25f * to[i]);
            }
            follower.moveToward(original, 1);
            AgentTensor inputs = AgentTensor.zeros(9, 1, 2);
            inputs.set(8, 0, 1, 1);
            assertThat(follower.forward(inputs).values())
                    .isEqualTo(original.forward(inputs).values());
        }
    }

    @Test
    void callsOutOfOrderAndWrongShapesAreRefused() {
        PerceptronShape shape = new PerceptronShape(List.of(2, 1), Activation.RELU);
        try (AgentNetworks networks = AgentNetworks.create(3, shape, 1, one)) {
            assertThatThrownBy(() -> networks.backward(AgentTensor.zeros(3, 1, 1)))
                    .hasMessageContaining("forward");
            assertThatThrownBy(() -> networks.step(Adam.of(1))).hasMessageContaining("backward");
            assertThatThrownBy(() -> networks.forward(AgentTensor.zeros(3, 1, 7)))
                    .hasMessage("The shape of the inputs is [3 agents][1 rows][7 wide], but must be"
                            + " [3 agents][1 rows][2 wide]");
            assertThatThrownBy(() -> networks.forward(AgentTensor.zeros(3, 0, 2)))
                    .hasMessageContaining("[3 agents][0 rows][2 wide]");
        }
    }

    private long callsPerStep(int count, PerceptronShape shape) {
        try (AgentNetworks networks = AgentNetworks.create(count, shape, 1, one)) {
            networks.forward(AgentTensor.zeros(count, 4, 3));
            networks.backward(AgentTensor.zeros(count, 4, 2));
            networks.step(Adam.of(0.1));
            return networks.nativeCalls();
        }
    }

    private static float[] trained(ComputePool pool, int steps) {
        PerceptronShape shape = new PerceptronShape(List.of(3, 32, 2), Activation.RELU);
        try (AgentNetworks networks = AgentNetworks.create(NETWORKS, shape, 11, pool)) {
            train(networks, steps);
            return all(networks);
        }
    }

    private static void train(AgentNetworks networks, int steps) {
        for (int step = 0; step < steps; step++) {
            long seed = networks.steps();
            int count = networks.networks();
            networks.forward(AgentTensor.of(count, BATCH, 3, random(count * BATCH * 3, seed)));
            networks.backwardToInputs(AgentTensor.of(count, BATCH, 2, random(count * BATCH * 2, -seed)));
            networks.step(Adam.of(0.01).clippedTo(0.5));
        }
    }

    private static float[] all(AgentNetworks networks) {
        float[] every = new float[networks.networks() * networks.parametersPerNetwork()];
        for (int network = 0; network < networks.networks(); network++) {
            float[] own = networks.parameters(network);
            System.arraycopy(own, 0, every, network * own.length, own.length);
        }
        return every;
    }

    /** Biases start at 0, where a mistake with them would not show. */
    private static void scatterBiases(AgentNetworks networks) {
        for (int network = 0; network < networks.networks(); network++) {
            float[] parameters = networks.parameters(network);
            float[] noise = random(parameters.length, 40 + network);
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] += 0.2f * noise[i];
            }
            networks.setParameters(network, parameters);
        }
    }

    private static float[] random(int length, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) chance.nextGaussian();
        }
        return values;
    }

    private static double[] part(float[] all, int network, int width) {
        return DoublePerceptron.widened(
                Arrays.copyOfRange(all, network * BATCH * width, (network + 1) * BATCH * width));
    }

    private static double[] rows(DoublePerceptron exact, double[] inputs) {
        int width = inputs.length / BATCH;
        return Arrays.stream(new int[] {0, 1, 2, 3, 4})
                .boxed()
                .flatMapToDouble(
                        row -> Arrays.stream(exact.outputs(Arrays.copyOfRange(inputs, row * width, (row + 1) * width))))
                .toArray();
    }

    private static void assertClose(double[] actual, double[] expected) {
        double norm = 0;
        double error = 0;
        for (int i = 0; i < expected.length; i++) {
            norm += expected[i] * expected[i];
            error += (actual[i] - expected[i]) * (actual[i] - expected[i]);
        }
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(Math.sqrt(error / norm)).isLessThan(1e-5);
    }
}
