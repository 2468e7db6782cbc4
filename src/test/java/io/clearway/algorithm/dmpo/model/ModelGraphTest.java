package io.clearway.algorithm.dmpo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.experience.ObservedGraph;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Edge;
import io.clearway.network.AgentGraph.Link;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelGraphTest {
    private static final AgentGraph PATH = new AgentGraph(
            List.of("a", "b", "c", "d", "e"),
            List.of(new Link("a", "b"), new Link("b", "c"), new Link("c", "d"), new Link("d", "e")));

    @Test
    void theLocalizedModelHearsTheNeighbors() {
        assertThat(ModelGraph.ADJACENT.of(PATH, 1, 2).edges()).isEqualTo(PATH.edges());
    }

    @Test
    void withARadiusOfTwoItHearsTheNeighborsOfNeighbors() {
        assertThat(ModelGraph.ADJACENT.of(PATH, 2, 2).edges())
                .contains(new Edge(0, 1), new Edge(0, 2), new Edge(1, 3))
                .doesNotContain(new Edge(0, 3));
    }

    @Test
    void anIndependentModelHearsNobody() {
        assertThat(ModelGraph.INDEPENDENT.of(PATH, 1, 2).edges()).isEmpty();
    }

    @Test
    void aNonAdjacentModelHearsAgentsFarAwayAndNoNeighbor() {
        assertThat(ModelGraph.NON_ADJACENT.of(PATH, 1, 2).edges())
                .containsExactly(new Edge(0, 2), new Edge(1, 3), new Edge(2, 4))
                .doesNotContainAnyElementsOf(PATH.edges());
    }

    @Test
    void theDivisorSaysHowFarApart() {
        assertThat(ModelGraph.NON_ADJACENT.of(PATH, 1, 4).edges()).isEqualTo(PATH.edges());
        assertThat(ModelGraph.NON_ADJACENT.of(PATH, 1, 6).edges()).isEmpty();
        assertThat(ObservedGraph.NON_ADJACENT.of(ring(6), 3).edges())
                .containsExactly(new Edge(0, 2), new Edge(1, 3), new Edge(2, 4), new Edge(3, 5));
    }

    private static AgentGraph ring(int agents) {
        List<String> names = IntStream.range(0, agents).mapToObj(i -> "v" + i).toList();
        return new AgentGraph(
                names,
                IntStream.range(0, agents)
                        .mapToObj(i -> new Link("v" + i, "v" + (i + 1) % agents))
                        .toList());
    }

    @Test
    void anUnknownChoiceIsRefusedByName() {
        assertThatThrownBy(() -> new Settings(Map.of("modelGraph", "all")).over(ModelSettings.DEFAULTS))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("modelGraph")
                .hasMessageContaining("non-adjacent");
    }
}
