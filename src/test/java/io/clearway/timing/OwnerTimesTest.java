package io.clearway.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnerTimesTest {
    @Test
    void timesOfAnOrdinaryProgram() {
        OwnerTimes times = of("GGr 30", "Gyr 3", "Grr 1", "Grr 8.5", "yrr 4", "rrr 2", "rrG 20", "rry 3", "rrr 1.5");
        assertThat(times.cycleSeconds()).isEqualTo(73);
        assertThat(List.of(times.yellowSeconds(0), times.yellowSeconds(1), times.yellowSeconds(2)))
                .containsExactly(OptionalInt.of(4), OptionalInt.of(3), OptionalInt.of(3));
        assertThat(List.of(times.greenSeconds(0), times.greenSeconds(1), times.greenSeconds(2)))
                .containsExactly(OptionalInt.of(42), OptionalInt.of(30), OptionalInt.of(20));
        assertThat(times.intergreenSeconds(0, 2)).hasValue(6);
        assertThat(times.intergreenSeconds(2, 0)).hasValue(4);
    }

    @Test
    void aWholeStageNeverCountsAsClearance() {
        // one signal over two junctions, as in a real town: 1 yields to 2 and has green with it
        OwnerTimes times = of("GgGr 42", "yyyr 3", "rrrG 26", "rrry 3");
        assertThat(times.intergreenSeconds(1, 2)).isEmpty();
        assertThat(times.intergreenSeconds(2, 1)).isEmpty();
        assertThat(times.intergreenSeconds(0, 3)).hasValue(3);
        assertThat(times.intergreenSeconds(3, 0)).hasValue(3);
    }

    @Test
    void theTimeUntilALaterStageIsNoClearance() {
        OwnerTimes times = of("Grr 20", "yrr 3", "rrr 1", "rGr 20", "ryr 3", "rrG 20", "rry 3");
        assertThat(times.intergreenSeconds(0, 1)).hasValue(4);
        assertThat(times.intergreenSeconds(0, 2)).isEmpty();
        assertThat(times.intergreenSeconds(2, 1)).isEmpty();
        assertThat(times.intergreenSeconds(1, 2)).hasValue(3);
    }

    @Test
    void theShortestOfSeveralChangesCounts() {
        OwnerTimes times = of("Gr 20", "yr 3", "rr 2", "rG 12", "ry 3", "Gr 9", "yr 3", "rG 15", "ry 4");
        assertThat(times.intergreenSeconds(0, 1)).hasValue(3);
        assertThat(times.intergreenSeconds(1, 0)).hasValue(3);
        assertThat(times.greenSeconds(0)).hasValue(9);
        assertThat(times.greenSeconds(1)).hasValue(12);
        assertThat(times.yellowSeconds(1)).hasValue(4);
    }

    @Test
    void whatAProgramDoesNotShowIsUnknown() {
        OwnerTimes times = of("Grg 20", "rGg 20");
        assertThat(times.yellowSeconds(0)).isEmpty();
        assertThat(times.greenSeconds(2)).as("never begins").isEmpty();
        assertThat(times.intergreenSeconds(0, 1)).hasValue(0);
        assertThat(times.intergreenSeconds(0, 2)).as("has green already").isEmpty();
        assertThat(times.greenSeconds(7)).as("beyond the states").isEmpty();
    }

    /** A program of steps such as {@code Gr 20}. */
    private static OwnerTimes of(String... steps) {
        return new OwnerTimes(new Program(
                "0",
                "static",
                0,
                Stream.of(steps)
                        .map(step -> step.split(" "))
                        .map(parts -> new ProgramPhase(Double.parseDouble(parts[1]), parts[0]))
                        .toList()));
    }
}
