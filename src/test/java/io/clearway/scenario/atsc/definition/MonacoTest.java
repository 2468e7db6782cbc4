package io.clearway.scenario.atsc.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.scenario.atsc.MonacoPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MonacoTest {
    private static final Path FOLDER = Path.of("sumo-networks", "monaco");
    private static final MonacoPlan PLAN = new MonacoPlan();

    @Test
    void theFilesAreThoseThatTheTablesDraw() throws IOException {
        for (Map.Entry<String, String> file : PLAN.files().entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
        AtscDefinition drawn = PLAN.definition(FOLDER);
        assertThat(Files.readString(FOLDER.resolve("scenario.json"))).isEqualTo(DefinitionWriter.text(drawn, FOLDER));
        assertThat(DefinitionReader.read(FOLDER)).isEqualTo(drawn);
    }

    @Test
    void itsSignalsAreAsUnlikeAsThePublishedOnes() {
        Map<Integer, Long> byPhases = PLAN.signals().stream()
                .collect(Collectors.groupingBy(signal -> signal.phases(), Collectors.counting()));
        assertThat(byPhases).isEqualTo(Map.of(2, 12L, 3, 3L, 4, 9L, 5, 1L, 6, 3L));
        assertThat(PLAN.signals().stream()
                        .mapToInt(signal -> PLAN.movements(signal).size())
                        .summaryStatistics())
                .satisfies(links -> assertThat(links.getMin()).isEqualTo(2))
                .satisfies(links -> assertThat(links.getMax()).isEqualTo(22));
        var graph = PLAN.definition(FOLDER).graph();
        assertThat(graph.neighborhood(0, graph.size()).members()).hasSize(28);
    }

    @Test
    void itsDemandHasThePublishedShape() {
        var flows =
                DemandDefinition.read(FOLDER.resolve("demand.json")).paper(1).flows();
        assertThat(flows).hasSize(88).allSatisfy(flow -> {
            assertThat(flow.vehiclesPerHour()).isEqualTo(325);
            assertThat(flow.via()).hasSize(1);
        });
        assertThat(flows).filteredOn(flow -> flow.beginSeconds() == 0).hasSize(2);
        assertThat(flows).filteredOn(flow -> flow.beginSeconds() == 1200).hasSize(12);
        assertThat(flows).filteredOn(flow -> flow.beginSeconds() == 3000).hasSize(2);
    }
}
