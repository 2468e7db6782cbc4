package io.clearway.scenario.atsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.ControlDelay;
import io.clearway.metric.LevelOfService;
import io.clearway.metric.SignalMeasures;
import io.clearway.metric.SignalMeasures.Approach;
import io.clearway.metric.SignalMeasures.Movement;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Path;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.trips.LaneTotals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An approach of two lanes, one of two movements, behind a road that leads nowhere else. */
class SignalDelaysTest {
    private static Road road(String id, String from, String to, int lanes) {
        return new Road(
                id,
                from.isEmpty(),
                from,
                to,
                IntStream.range(0, lanes)
                        .mapToObj(index -> new Lane(id + "_" + index, id, index, 100, 13.9))
                        .toList());
    }

    private static Link link(int index, String from, String to, String inside) {
        return new Link(
                index, from, to, 's', List.of(), List.of(), new Path(false, 10, 10, List.of(), List.of(inside)));
    }

    private static final RoadNetwork ROADS = new RoadNetwork(
            List.of(
                    road("far", "A", "B", 1),
                    road("near", "B", "J", 2),
                    road("back", "J", "B", 1),
                    road("away", "B", "A", 1),
                    road("north", "J", "N", 1),
                    road("east", "J", "E", 1),
                    road(":J_0", "", "", 1),
                    road(":J_1", "", "", 1),
                    road(":J_2", "", "", 1)),
            List.of(),
            List.of(new TrafficLight(
                    "J",
                    List.of(
                            link(0, "near_0", "north_0", ":J_0_0"),
                            link(1, "near_0", "east_0", ":J_1_0"),
                            link(2, "near_1", "north_0", ":J_2_0")),
                    List.of())));

    private static final Map<String, LaneTotals> TOTALS = Map.of(
            "far_0", new LaneTotals(400, 0, 40),
            "near_0", new LaneTotals(300, 0, 30),
            "near_1", new LaneTotals(500, 0, 10),
            ":J_0_0", new LaneTotals(20, 0, 10),
            ":J_1_0", new LaneTotals(40, 0, 20),
            ":J_2_0", new LaneTotals(0, 0, 10));

    @Test
    void dividesTheLossOfALaneAmongItsMovements() {
        SignalMeasures signal = new SignalDelays(ROADS, TOTALS).of(List.of("J")).get(0);
        assertThat(signal.delay()).isEqualTo(new ControlDelay(40, 1260));
        assertThat(signal.delay().level()).isEqualTo(LevelOfService.C);
        Approach near = signal.approaches().get(0);
        assertThat(near.road()).isEqualTo("near");
        Movement north = near.movements().get(0);
        Movement east = near.movements().get(1);
        // a third of near_0 and all of near_1, what is lost inside, half of the road upstream
        assertThat(north.delay().vehicles()).isEqualTo(20);
        assertThat(north.delay().lostSeconds()).isCloseTo(100 + 20 + 500 + 200, within(1e-9));
        assertThat(east.delay().lostSeconds()).isCloseTo(200 + 40 + 200, within(1e-9));
        assertThat(east.delay().secondsPerVehicle()).isCloseTo(22, within(1e-9));
    }

    @Test
    void dividesHaltsAsItDividesTheLoss() {
        Map<String, LaneTotals> counted = new HashMap<>();
        TOTALS.forEach((lane, totals) -> counted.put(lane, totals.withHalts(0)));
        counted.computeIfPresent("far_0", (lane, totals) -> totals.withHalts(8));
        counted.computeIfPresent("near_0", (lane, totals) -> totals.withHalts(30));
        counted.computeIfPresent(":J_1_0", (lane, totals) -> totals.withHalts(6));
        SignalMeasures signal =
                new SignalDelays(ROADS, counted).of(List.of("J")).get(0);
        assertThat(signal.delay().halts()).isEqualTo(44);
        assertThat(signal.delay().stopsPerVehicle()).isEqualTo(1.1);
        // half of the road upstream and a third of near_0; the other half, two thirds and what is inside
        Approach near = signal.approaches().get(0);
        assertThat(near.movements().get(0).delay().halts()).isCloseTo(4 + 10, within(1e-9));
        assertThat(near.movements().get(1).delay().halts()).isCloseTo(4 + 20 + 6, within(1e-9));
        assertThat(new SignalDelays(ROADS, TOTALS)
                        .of(List.of("J"))
                        .get(0)
                        .delay()
                        .halts())
                .isNaN();
    }

    @Test
    void theLanesOfASignalAreThoseThatItsMeasuresNeed() {
        assertThat(new SignalDelays(ROADS, Map.of()).lanes(List.of("J")))
                .containsExactlyInAnyOrder("far_0", "near_0", "near_1", ":J_0_0", ":J_1_0", ":J_2_0");
    }

    @Test
    void nobodyServedIsTheWorstGrade() {
        Map<String, LaneTotals> stuck = Map.of("near_0", new LaneTotals(900, 900, 0));
        SignalMeasures signal = new SignalDelays(ROADS, stuck).of(List.of("J")).get(0);
        assertThat(signal.delay().secondsPerVehicle()).isInfinite();
        assertThat(signal.delay().level()).isEqualTo(LevelOfService.F);
        assertThat(new SignalDelays(ROADS, Map.of())
                        .of(List.of("J"))
                        .get(0)
                        .delay()
                        .level())
                .isEqualTo(LevelOfService.A);
    }
}
