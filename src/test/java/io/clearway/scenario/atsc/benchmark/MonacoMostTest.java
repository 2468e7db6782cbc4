package io.clearway.scenario.atsc.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.setting.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonacoMostTest {
    private static final Path PUBLISHED = Path.of("../shared/networks/monaco-most");

    @Test
    void missingFilesAreNamedWithWhereToGetThem(@TempDir Path folder) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> MonacoMost.read(folder))
                .withMessageContaining("most.net.xml")
                .withMessageContaining("README")
                .withMessageContaining("CLEARWAY_MONACO_MOST");
    }

    @Test
    void otherFilesThanThePublishedOnesAreRefused(@TempDir Path folder) throws IOException {
        for (String name : List.of("most.net.xml", "most_0.rou.xml", "benchmark.json")) {
            Files.writeString(folder.resolve(name), "{}");
        }
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> MonacoMost.read(folder))
                .withMessageContaining("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
                .withMessageContaining("f6cac3323549267944b31be1d78e0f10b0f09dc7d5d6cb2a21193638b3a14faa");
    }

    @Test
    void itHasThePublishedSignalsAndEachNeighborOnBothSides() {
        assumeTrue(Files.isDirectory(PUBLISHED), "The published files are not at " + PUBLISHED);
        AtscDefinition monaco = MonacoMost.read(PUBLISHED);
        assertThat(monaco.signals()).hasSize(28);
        assertThat(count(signal -> signal.phases().size())).isEqualTo(Map.of(2, 11L, 3, 3L, 4, 10L, 5, 1L, 6, 3L));
        assertThat(monaco.signals().stream()
                        .mapToInt(signal -> signal.phases().get(0).size())
                        .summaryStatistics())
                .satisfies(links ->
                        assertThat(List.of(links.getMin(), links.getMax())).containsExactly(2, 22));
        assertThat(monaco.agents().neighbors()).hasSize(36);
        AgentGraph graph = monaco.graph();
        int isolated = (int) IntStream.range(0, graph.size())
                .filter(agent -> graph.neighbors(agent).isEmpty())
                .count();
        assertThat(isolated).isEqualTo(2);
        assertThat(monaco.signals().get(10).upstream())
                .containsExactly(Map.entry("10099#3_1", List.of("10099#1_1", "10099#2_1", "gneE14_0")));
    }

    private static Map<Integer, Long> count(Function<SignalAgents.Signal, Integer> number) {
        return MonacoMost.read(PUBLISHED).signals().stream()
                .collect(Collectors.groupingBy(number, Collectors.counting()));
    }
}
