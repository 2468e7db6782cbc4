package io.clearway.neural.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.RmsProp;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapeTest {
    private static final Offset<Float> CLOSE = Offset.offset(1e-6f);

    private final ComputePool pool = new ComputePool(2);

    @AfterEach
    void close() {
        pool.close();
    }

    private static List<List<Integer>> all(int agents) {
        return List.of(IntStream.range(0, agents).boxed().toList());
    }

    private static float[] random(int length, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) chance.nextGaussian();
        }
        return values;
    }

    @Test
    void frozenLayersComputeWhatTheLearningOnesDo() {
        try (AgentLayers layers = new AgentLayers(all(11), false, 1, pool)) {
            LinearLayer layer = layers.add(5, 3, 1);
            AgentTensor inputs = AgentTensor.of(11, 4, 5, random(11 * 4 * 5, 2));
            assertThat(layers.snapshot().product(layer, inputs).values())
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(layers.product(layer, inputs).values());
        }
    }

    @Test
    void agentsOfAGroupShareWeightsAndOthersDoNot() {
        try (AgentLayers layers = new AgentLayers(List.of(List.of(0, 2), List.of(1)), true, 1, pool)) {
            LinearLayer layer = layers.add(2, 2, 1);
            AgentTensor out = layers.product(layer, AgentTensor.of(3, 1, 2, 1, 2, 1, 2, 1, 2));
            // not the same bits: BLAS may round a row by where it stands in its batch
            assertThat(out.row(0, 0)).containsExactly(out.row(2, 0), CLOSE);
            assertThat(out.row(0, 0)).isNotEqualTo(out.row(1, 0));
        }
    }

    @Test
    void anLstmCellIsWhatItsEquationsSay() {
        try (AgentLayers layers = new AgentLayers(all(1), false, 1, pool)) {
            Tape tape = Tape.acting(layers.snapshot());
            // i, f, o, u
            AgentValues gates = tape.constant(AgentTensor.of(1, 1, 4, 0.5f, -1, 2, 0.25f));
            Tape.Cell cell = tape.lstm(gates, tape.constant(AgentTensor.of(1, 1, 1, 0.8f)));
            double state = sigmoid(-1) * 0.8 + sigmoid(0.5) * Math.tanh(0.25);
            assertThat(cell.state().values()[0]).isCloseTo((float) state, CLOSE);
            assertThat(cell.hidden().values()[0]).isCloseTo((float) (sigmoid(2) * Math.tanh(state)), CLOSE);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void gatheredNeighborsStandInOrderAndMissingOnesAreZeros() {
        try (AgentLayers layers = new AgentLayers(all(3), false, 1, pool)) {
            Tape tape = Tape.acting(layers.snapshot());
            AgentValues x = tape.constant(AgentTensor.of(3, 1, 2, 1, 2, 3, 4, 5, 6));
            int[][] neighbors = {{1}, {0, 2}, {1}};
            assertThat(tape.gather(x, neighbors, 2).values()).containsExactly(3, 4, 0, 0, 1, 2, 5, 6, 3, 4, 0, 0);
            assertThat(tape.mean(x, neighbors).values()).containsExactly(3, 4, 3, 4, 3, 4);
        }
    }

    @Test
    void rowsAndStackUndoEachOther() {
        try (AgentLayers layers = new AgentLayers(all(2), false, 1, pool)) {
            Tape tape = Tape.acting(layers.snapshot());
            AgentValues x = tape.constant(AgentTensor.of(2, 6, 3, random(2 * 6 * 3, 4)));
            AgentValues again = tape.stack(List.of(tape.rows(x, 0, 2), tape.rows(x, 2, 2), tape.rows(x, 4, 2)));
            assertThat(again.values()).isEqualTo(x.values());
        }
    }

    @Test
    void nativeCallsGrowWithChunksNotWithAgents() {
        assertThat(callsOfAnUpdate(8)).isEqualTo(callsOfAnUpdate(1));
        assertThat(callsOfAnUpdate(25)).isEqualTo(4 * callsOfAnUpdate(1));
    }

    private long callsOfAnUpdate(int agents) {
        try (AgentLayers layers = new AgentLayers(all(agents), false, 1, pool)) {
            recurrentUpdate(layers, layers.add(6, 8, 1), layers.addUnbiased(2, 8, 1), 5);
            return layers.nativeCalls();
        }
    }

    /** Five steps of an LSTM with two hidden units, the loss being the sum of the last ones. */
    private static void recurrentUpdate(AgentLayers layers, LinearLayer input, LinearLayer recurrent, int steps) {
        Tape tape = Tape.learning(layers);
        int agents = layers.agents();
        AgentTensor inputs = AgentTensor.of(agents, steps, 6, random(agents * steps * 6, 9));
        AgentValues x = tape.linear(tape.constant(inputs), input);
        AgentValues hidden = tape.constant(AgentTensor.zeros(agents, 1, 2));
        AgentValues state = hidden;
        for (int step = 0; step < steps; step++) {
            AgentValues gates = tape.add(tape.rows(x, step, 1), tape.linear(hidden, recurrent));
            Tape.Cell cell = tape.lstm(gates, state);
            hidden = cell.hidden();
            state = cell.state();
        }
        hidden.addGradient(AgentTensor.zeros(agents, 1, 2).map(zero -> 1));
        tape.backward();
        layers.step(new RmsProp(1e-2, 0.9, 1e-5, 40), AgentLayers.Clipping.TOGETHER);
    }

    @Test
    void anUpdateIsTheSameForAnyNumberOfThreads() {
        try (ComputePool one = new ComputePool(1);
                AgentLayers alone = new AgentLayers(all(20), false, 1, one);
                AgentLayers together = new AgentLayers(all(20), false, 1, pool)) {
            for (AgentLayers layers : List.of(alone, together)) {
                LinearLayer input = layers.add(6, 8, 1);
                LinearLayer recurrent = layers.addUnbiased(2, 8, 1);
                for (int k = 0; k < 3; k++) {
                    recurrentUpdate(layers, input, recurrent, 7);
                }
            }
            for (LinearLayer layer : alone.layers()) {
                for (int agent = 0; agent < 20; agent++) {
                    assertThat(alone.parameters(layer, agent)).isEqualTo(together.parameters(layer, agent));
                }
            }
        }
    }

    @Test
    void consensusAveragesOverNeighborsAllAtOnce() {
        try (AgentLayers layers = new AgentLayers(all(3), false, 1, pool)) {
            LinearLayer layer = layers.add(1, 1, 1);
            layers.setParameters(layer, 0, new float[] {0, 0});
            layers.setParameters(layer, 1, new float[] {3, 6});
            layers.setParameters(layer, 2, new float[] {6, 0});
            layers.average(layer, new int[][] {{0, 1}, {1, 0, 2}, {2, 1}});
            assertThat(layers.parameters(layer, 0)).containsExactly(new float[] {1.5f, 3}, CLOSE);
            assertThat(layers.parameters(layer, 1)).containsExactly(new float[] {3, 2}, CLOSE);
            assertThat(layers.parameters(layer, 2)).containsExactly(new float[] {4.5f, 3}, CLOSE);
            assertThat(layers.product(layer, AgentTensor.of(3, 1, 1, 1, 1, 1)).values())
                    .containsExactly(new float[] {4.5f, 5, 7.5f}, CLOSE);
        }
    }

    @Test
    void aStepOfRmsPropIsWhatItsEquationsSay() {
        float[] parameters = {1, 1};
        float[] squares = {0, 4};
        new RmsProp(0.1, 0.9, 1e-3, 40).step(parameters, new float[] {2, -2}, 0.5, squares);
        // the gradient counts half: ±1
        assertThat(squares).containsExactly(new float[] {0.1f, 3.7f}, CLOSE);
        assertThat(parameters[0]).isCloseTo((float) (1 - 0.1 / (Math.sqrt(0.1) + 1e-3)), CLOSE);
        assertThat(parameters[1]).isCloseTo((float) (1 + 0.1 / (Math.sqrt(3.7) + 1e-3)), CLOSE);
    }

    @Test
    void aTapeForActingHasNoWayBack() {
        try (AgentLayers layers = new AgentLayers(all(1), false, 1, pool)) {
            Tape tape = Tape.acting(layers.snapshot());
            assertThatThrownBy(tape::backward).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> layers.step(new RmsProp(0.1, 0.9, 1e-3, 40), AgentLayers.Clipping.TOGETHER))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
