package io.clearway.algorithm.a2c;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.TwoJunctions;
import io.clearway.algorithm.a2c.method.CommNet;
import io.clearway.algorithm.a2c.method.ConseNet;
import io.clearway.algorithm.a2c.method.Dial;
import io.clearway.algorithm.a2c.method.FPrint;
import io.clearway.algorithm.a2c.method.Ia2c;
import io.clearway.algorithm.a2c.method.Ic3Net;
import io.clearway.algorithm.a2c.method.NeurComm;
import io.clearway.metric.Metric;
import io.clearway.neural.compute.ComputePool;
import io.clearway.setting.Settings;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two agents, neighbors of each other, of 8 observations and 2 choices each. */
class CommunicationCostTest {
    /**
     * LSTM with 8 units on 6 inputs: input product with biases, recurrent product with room for biases, not learned.
     */
    private static final int LSTM = (6 + 1) * 32 + (8 + 1) * 32;

    /** Numbers that each hears at a decision. */
    static Stream<Arguments> methods() {
        return Stream.of(
                Arguments.of(new Ia2c(), 8),
                Arguments.of(new FPrint(), 8 + 2),
                Arguments.of(new NeurComm(), 8 + 2 + 8),
                Arguments.of(new CommNet(), 8 + 8),
                Arguments.of(new Dial(), 8 + 6),
                Arguments.of(new Ic3Net(), 8),
                Arguments.of(new ConseNet(), LSTM / 4));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void agentsHearWhatTheirMethodTellsAndTheGatesLetThrough(CommunicationMethod method, int numbers) {
        Settings small = new Settings(Map.of("encoder", 6, "hidden", 8));
        try (ComputePool pool = new ComputePool(1);
                A2cNetworks networks =
                        new A2cNetworks(method, TwoJunctions.task(), small.over(method.defaults()), 1, pool)) {
            Map<Metric, Double> measured = new EnumMap<>(Metric.class);
            networks.cost(TwoJunctions.task(), 4).report(measured, 0.5);
            assertThat(measured)
                    .containsEntry(Metric.COMMUNICATION_BYTES, 0.5 * 2 * 4.0 * numbers)
                    .containsEntry(Metric.COMMUNICATION_RATIO, 1.0);
        }
    }
}
