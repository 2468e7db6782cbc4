package io.clearway.scenario.atsc.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.scenario.atsc.TwoSignals;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.network.SignalLanes;
import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficCounts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signal B with incoming AB and nB, AB being extended upstream by wA, which is 100 m long. */
class ApproachingLanesTest {
    private static final Map<String, Integer> PLACES = Map.of("AB_0", 0, "nB_0", 1, "wA_0", 2);

    private final Readings readings = new Readings(
            5,
            new int[2][0],
            new int[][] {{4, 30, 5}, {0, 0, 0}},
            new double[0],
            List.of(),
            new TrafficCounts(0, 0, 0, 0, 0, 0));

    private static ApproachingLanes lanes(String... entryRoads) {
        List<ControlledSignal> signals = TwoSignals.network().signals();
        ControlledSignal b = signals.get(1);
        SignalLanes extended = new SignalLanes(
                b.incoming(),
                b.outgoing(),
                List.of(List.of(signals.get(0).incoming().get(1)), List.of()),
                List.of(List.of(1.0), List.of()),
                Set.of());
        return new ApproachingLanes(
                new ControlledSignal(b.id(), b.phases(), extended, b.links(), b.conflicts(), b.program()),
                PLACES,
                Set.of(entryRoads));
    }

    @Test
    void vehiclesOnRoadsFurtherUpstreamApproach() {
        assertThat(lanes().vehicles(readings)).isEqualTo(4 + 30 + 5);
    }

    @Test
    void vehiclesMayEnterFurtherUpstreamToo() {
        assertThat(lanes().fullnessOfEntries(readings)).isEmpty();
        assertThat(lanes("wA").fullnessOfEntries(readings)).containsExactly(5 / (100 / 7.5));
        // as full as it gets
        assertThat(lanes("wA", "nB").fullnessOfEntries(readings)).containsExactly(1, 5 / (100 / 7.5));
    }
}
