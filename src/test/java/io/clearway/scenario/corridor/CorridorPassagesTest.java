package io.clearway.scenario.corridor;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.metric.CorridorMeasures;
import io.clearway.metric.CorridorMeasures.Counts;
import io.clearway.metric.CorridorMeasures.Times;
import io.clearway.metric.CorridorMeasures.Way;
import io.clearway.scenario.corridor.CorridorWay.StopLine;
import io.clearway.scenario.corridor.CorridorWay.Stretch;
import io.clearway.simulation.trips.RoadPosition;
import io.clearway.simulation.trips.VehicleRoute;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Passages of two roads of 100 m, with a junction of 10 m before each. */
class CorridorPassagesTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private final CorridorPassages passages = new CorridorPassages(new CorridorWay(
            "first to second",
            StopLine.NONE,
            List.of(
                    new Stretch("first", 10, 110, 5, StopLine.NONE),
                    new Stretch("second", 120, 220, 10, StopLine.NONE))));

    private void drives(String vehicle, List<String> roads, List<Double> left) {
        passages.add(new VehicleRoute(vehicle, roads, left));
    }

    private OptionalDouble at(double seconds, String lane, double meters, double speed) {
        return passages.follow(new RoadPosition(seconds, "a", lane, meters, speed));
    }

    @Test
    void onlyWholePassagesCount() {
        List<String> whole = List.of("before", "first", "second", "behind");
        drives("a", whole, List.of(5.0, 20.0, 35.0, 40.0));
        drives("still on it", whole, List.of(30.0, NEVER, NEVER, NEVER));
        drives("not yet on it", whole, List.of(NEVER, NEVER, NEVER, NEVER));
        drives("begins on it", List.of("first", "second", "behind"), List.of(5.0, 9.0, 12.0));
        drives("ends on it", List.of("before", "first", "second"), List.of(5.0, 9.0, 12.0));
        drives("turns off", List.of("before", "first", "behind"), List.of(5.0, 9.0, 12.0));
        assertThat(passages.counts()).isEqualTo(new Counts(1, 1));
        assertThat(passages.times()).isEqualTo(new Times(30, 30, 30, 30));
    }

    @Test
    void percentilesAreTimesThatSoManyDoNotExceed() {
        for (int vehicle = 1; vehicle <= 20; vehicle++) {
            drives(
                    "v" + vehicle,
                    List.of("before", "first", "second", "behind"),
                    List.of(100.0, 101.0, 100.0 + vehicle, 200.0));
        }
        assertThat(passages.times()).isEqualTo(new Times(10.5, 10, 17, 19));
    }

    @Test
    void aHaltIsCountedWhenItBegins() {
        drives("a", List.of("before", "first", "second", "behind"), List.of(5.0, 20.0, 35.0, 40.0));
        assertThat(at(4, "before_0", 90, 0)).isEmpty();
        assertThat(at(6, "first_0", 3, 5)).hasValue(13);
        assertThat(at(7, "first_1", 3, 0)).hasValue(13);
        assertThat(at(8, "first_1", 3, 0.05)).hasValue(13);
        assertThat(at(9, "first_1", 8, 5)).hasValue(18);
        // inside a junction it is taken to be where it was
        assertThat(at(21, ":middle_0_0", 4, 6)).hasValue(18);
        assertThat(at(22, "second_0", 2, 0)).hasValue(122);
        assertThat(at(35, ":end_0_0", 1, 0)).isEmpty();
        assertThat(passages.stopsPerVehicle()).isEqualTo(2);
    }

    @Test
    void indicesAreThoseOfTheHighwayAdministration() {
        CorridorMeasures measures = new CorridorMeasures(
                "c", "d", new Way(2000, 100), new Counts(9, 0), new Times(150, 140, 180, 210), 1.5, 0.25);
        assertThat(measures.secondsPerKilometer()).isEqualTo(75);
        assertThat(measures.travelTimeIndex()).isEqualTo(1.5);
        assertThat(measures.bufferIndex()).isEqualTo(0.4);
        assertThat(measures.planningTimeIndex()).isEqualTo(2.1);
    }
}
