package io.clearway.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.network.AgentGraph.Edge;
import io.clearway.network.AgentGraph.Link;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgentGraphTest {
    private final AgentGraph street = new AgentGraph(
            List.of("a", "b", "c", "d"), List.of(new Link("a", "b"), new Link("c", "b"), new Link("c", "d")));

    @Test
    void oneHopReachesTheNextJunctionButNotTheOneAfter() {
        assertThat(street.neighborhood(0, 1).members()).containsExactly(0, 1);
    }

    @Test
    void noHopIsTheAgentAlone() {
        assertThat(street.neighborhood(2, 0).members()).containsExactly(2);
    }

    @Test
    void neighborhoodsGrowUntilTheyHoldEveryoneReachable() {
        assertThat(street.neighborhood(0, 2).members()).containsExactly(0, 1, 2);
        assertThat(street.neighborhood(0, 99).members()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void whoHasNoNeighborsIsAlone() {
        AgentGraph apart = new AgentGraph(List.of("a", "b", "c"), List.of(new Link("b", "c")));
        assertThat(apart.neighborhood(0, 0).members()).containsExactly(0);
        assertThat(apart.neighborhood(0, 5).members()).containsExactly(0);
        assertThat(apart.neighborhood(1, 5).members()).containsExactly(1, 2);
    }

    @Test
    void linksHaveNoDirectionAndCountOnce() {
        AgentGraph pair = new AgentGraph(List.of("a", "b"), List.of(new Link("a", "b"), new Link("b", "a")));
        assertThat(pair.edges()).containsExactly(new Edge(0, 1));
        assertThat(pair.neighbors(1)).containsExactly(0);
    }

    /**
     * A lattice is bipartite: a matrix power without self loops misses half of the ball (reference facts 3.2 item 4).
     */
    @Test
    void twoHopsOnALatticeHoldThirteenAgentsAtTheCenter() {
        List<String> names = IntStream.range(0, 25).mapToObj(i -> "nt" + i).toList();
        List<Link> links = IntStream.range(0, 25)
                .boxed()
                .flatMap(i -> Stream.of(
                                i % 5 < 4 ? List.of(new Link("nt" + i, "nt" + (i + 1))) : List.<Link>of(),
                                i < 20 ? List.of(new Link("nt" + i, "nt" + (i + 5))) : List.<Link>of())
                        .flatMap(List::stream))
                .toList();
        AgentGraph lattice = new AgentGraph(names, links);
        assertThat(lattice.edges()).hasSize(40);
        assertThat(lattice.neighborhood(12, 1).members()).containsExactly(7, 11, 12, 13, 17);
        assertThat(lattice.neighborhood(12, 2).size()).isEqualTo(13);
    }

    @Test
    void aLinkToAStrangerIsRefusedByName() {
        assertThatThrownBy(() -> new AgentGraph(List.of("a"), List.of(new Link("a", "x"))))
                .hasMessageContaining("'x'");
    }

    @Test
    void aNameMayStandOnlyOnce() {
        assertThatThrownBy(() -> new AgentGraph(List.of("a", "a"), List.of())).hasMessageContaining("'a'");
    }

    @Test
    void aNegativeRadiusIsRefused() {
        assertThatThrownBy(() -> street.neighborhood(0, -1)).hasMessageContaining("-1");
    }
}
