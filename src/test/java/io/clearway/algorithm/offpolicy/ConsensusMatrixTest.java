package io.clearway.algorithm.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Link;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsensusMatrixTest {
    /** a – b – c: the largest degree is 2. */
    @Test
    void weightsOfAPathOfThree() {
        ConsensusMatrix matrix = new ConsensusMatrix(path(3));
        assertThat(row(matrix, 0)).containsExactly(new double[] {2.0 / 3, 1.0 / 3, 0}, within(1e-15));
        assertThat(row(matrix, 1)).containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-15));
        assertThat(row(matrix, 2)).containsExactly(new double[] {0, 1.0 / 3, 2.0 / 3}, within(1e-15));
    }

    @Test
    void oneAveragingOfAPathOfThree() {
        double[][] x = {{3, 1}, {0, 2}, {6, 7}};
        new ConsensusMatrix(path(3)).average(x, 1);
        assertThat(x[0]).containsExactly(new double[] {2, 1}, within(1e-12));
        assertThat(x[1]).containsExactly(new double[] {3, 2}, within(1e-12));
        assertThat(x[2]).containsExactly(new double[] {4, 7}, within(1e-12));
    }

    /** Lemma 2: from any x_0, every agent's x_t goes to the mean of x_0. */
    @ParameterizedTest
    @MethodSource("graphs")
    void everyoneComesToTheMean(AgentGraph graph) {
        ConsensusMatrix matrix = new ConsensusMatrix(graph);
        var chance = new SplittableRandom(3);
        double[][] x = new double[graph.size()][1];
        for (double[] own : x) {
            own[0] = chance.nextDouble(-5, 5);
        }
        double mean = Arrays.stream(x).mapToDouble(own -> own[0]).average().orElseThrow();
        double before = Double.POSITIVE_INFINITY;
        for (int t = 0; t < 600; t++) {
            double farthest = Arrays.stream(x)
                    .mapToDouble(own -> Math.abs(own[0] - mean))
                    .max()
                    .orElseThrow();
            assertThat(farthest).isLessThanOrEqualTo(before + 1e-12);
            before = farthest;
            matrix.average(x, 1);
        }
        assertThat(Arrays.stream(x).mapToDouble(own -> own[0]).toArray())
                .usingComparatorWithPrecision(1e-6)
                .containsOnly(mean);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void rowsAndColumnsSumToOne(AgentGraph graph) {
        ConsensusMatrix matrix = new ConsensusMatrix(graph);
        for (int i = 0; i < graph.size(); i++) {
            int agent = i;
            assertThat(Arrays.stream(row(matrix, i)).sum()).isCloseTo(1, within(1e-12));
            assertThat(IntStream.range(0, graph.size())
                            .mapToDouble(j -> matrix.weight(j, agent))
                            .sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    static Stream<AgentGraph> graphs() {
        return Stream.of(path(1), path(2), path(8), ring(6), star(5));
    }

    private static double[] row(ConsensusMatrix matrix, int i) {
        return IntStream.range(0, matrix.size())
                .mapToDouble(j -> matrix.weight(i, j))
                .toArray();
    }

    static AgentGraph path(int agents) {
        return graph(agents, IntStream.range(1, agents).mapToObj(i -> link(i - 1, i)));
    }

    private static AgentGraph ring(int agents) {
        return graph(agents, IntStream.range(0, agents).mapToObj(i -> link(i, (i + 1) % agents)));
    }

    private static AgentGraph star(int agents) {
        return graph(agents, IntStream.range(1, agents).mapToObj(i -> link(0, i)));
    }

    private static AgentGraph graph(int agents, Stream<Link> links) {
        List<String> names =
                IntStream.range(0, agents).mapToObj(String::valueOf).toList();
        return new AgentGraph(names, links.toList());
    }

    private static Link link(int one, int other) {
        return new Link(String.valueOf(one), String.valueOf(other));
    }
}
