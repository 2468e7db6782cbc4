package io.clearway.scenario.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.importing.DemandCount;
import io.clearway.simulation.importing.DemandCount.Turn;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApproachSharesTest {
    /** Right and straight on from lane 0, straight on from lane 1, left from lane 2. */
    private static final TrafficLight LIGHT = new TrafficLight(
            "J",
            List.of(
                    link(0, "stop_0", "right_0", 'r'),
                    link(1, "stop_0", "ahead_0", 's'),
                    link(2, "stop_1", "ahead_1", 's'),
                    link(3, "stop_2", "left_0", 'l')),
            List.of());

    private static final Map<String, Lane> LANES = Stream.of(
                    "stop_0", "stop_1", "stop_2", "right_0", "ahead_0", "ahead_1", "left_0")
            .map(id -> new Lane(id, id.split("_", -1)[0], 0, 30, 14))
            .collect(Collectors.toMap(Lane::id, Function.identity()));

    private static Link link(int index, String from, String to, char direction) {
        return new Link(index, from, to, direction, List.of(), List.of());
    }

    private static SortedMap<String, List<Double>> shares(List<Turn> turns, Map<String, List<String>> upstream) {
        DemandCount demand = new DemandCount(0, 0, 0, 0, List.of(), turns);
        return new ApproachShares(demand, LANES).of(LIGHT, new TreeMap<>(upstream));
    }

    private static final List<Turn> TURNS = List.of(
            new Turn("stop", "right", List.of(20)),
            new Turn("stop", "ahead", List.of(50, 10)),
            new Turn("stop", "left", List.of(20)));

    @Test
    void aLaneThatSplitsIsSharedByTurns() {
        SortedMap<String, List<Double>> shares =
                shares(TURNS, Map.of("stop_0", List.of("up_0"), "stop_1", List.of("up_0"), "stop_2", List.of("up_0")));
        assertThat(shares)
                .containsEntry("stop_0", List.of(0.5))
                .containsEntry("stop_1", List.of(0.3))
                .containsEntry("stop_2", List.of(0.2));
    }

    @Test
    void aLaneThatLeadsOntoOneComesWhole() {
        SortedMap<String, List<Double>> shares =
                shares(TURNS, Map.of("stop_0", List.of("up_0", "up_1"), "stop_2", List.of("up_1")));
        assertThat(shares.get("stop_0")).containsExactly(1.0, 50.0 / 70);
        assertThat(shares.get("stop_2")).containsExactly(20.0 / 70);
    }

    @Test
    void withoutDemandSharesAreEqual() {
        assertThat(shares(List.of(), Map.of("stop_0", List.of("up_0"), "stop_1", List.of("up_0"))))
                .containsEntry("stop_0", List.of(0.5))
                .containsEntry("stop_1", List.of(0.5));
    }
}
