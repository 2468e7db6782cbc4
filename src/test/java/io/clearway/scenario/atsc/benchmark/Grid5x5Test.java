package io.clearway.scenario.atsc.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.SignalAgents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Grid5x5Test {
    private static final Path NETWORKS = Path.of("sumo-networks");

    @Test
    void theFilesAreThoseThatTheGeometryDraws() throws IOException {
        for (Map.Entry<String, String> file : Grid5x5Plan.files().entrySet()) {
            assertThat(Files.readString(NETWORKS.resolve("grid-5x5").resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void theGraphIsTheLatticeOfFourNeighbors() {
        AtscDefinition definition = Grid5x5.definition(NETWORKS);
        var graph = new AgentGraph(
                definition.signals().stream().map(SignalAgents.Signal::id).toList(),
                definition.agents().neighbors());
        assertThat(graph.size()).isEqualTo(25);
        assertThat(graph.edges()).hasSize(40);
        assertThat(graph.neighbors(0)).containsExactly(1, 5);
        assertThat(graph.neighbors(12)).containsExactly(7, 11, 13, 17);
    }
}
