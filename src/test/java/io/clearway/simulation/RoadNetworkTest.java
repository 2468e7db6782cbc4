package io.clearway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.RoadNetwork.Road;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoadNetworkTest {
    @Test
    void entriesComeFromJunctionsThatOnlyOneOtherIsJoinedTo() {
        // west ⇄ A → B ⇄ C, and C → A: one can drive round by A, B, C
        RoadNetwork network = roads(
                road("in", "west", "A"),
                road("out", "A", "west"),
                road("AB", "A", "B"),
                road("BC", "B", "C"),
                road("CB", "C", "B"),
                road("CA", "C", "A"),
                new Road(":A_0", true, "", "", List.of()));
        assertThat(network.entries()).containsExactly("in");
    }

    @Test
    void aRingHasNoEntries() {
        assertThat(roads(road("a", "x", "y"), road("b", "y", "z"), road("c", "z", "x"))
                        .entries())
                .isEmpty();
    }

    private static Road road(String id, String from, String to) {
        return new Road(id, false, from, to, List.of());
    }

    private static RoadNetwork roads(Road... roads) {
        return new RoadNetwork(List.of(roads), List.of(), List.of());
    }
}
