package io.clearway.scenario.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.scenario.corridor.CorridorWay.StopLine;
import io.clearway.scenario.corridor.CorridorWay.Stretch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Greens and through bands of two signals 20 s apart. */
class CorridorGreensTest {
    private final CorridorGreens greens = new CorridorGreens(new CorridorWay(
            "a to b",
            new StopLine("a", List.of(0)),
            List.of(new Stretch("road", 10, 400, 20, new StopLine("b", List.of(1))))));

    private void show(double from, double until, String a, String b) {
        greens.show(Map.of("a", a, "b", b), from, until);
    }

    @Test
    void aBandIsWhenBothSignalsAreGreenOneTravelTimeApart() {
        show(0, 10, "rr", "rr");
        show(10, 40, "Gr", "rr");
        show(40, 45, "rr", "rG");
        show(45, 60, "rG", "rg");
        show(60, 120, "rr", "rr");
        greens.end();
        // a is green from 10 to 40, b from 40 to 60: who sets out from 20 to 40 comes to b from 40 to 60
        assertThat(greens.bands()).containsExactly(new Interval(20, 40));
        // of the 100 s in which one can set out and arrive before 120 s
        assertThat(greens.bandShare()).isCloseTo(0.2, within(1e-12));
        assertThat(greens.byPlace())
                .containsOnlyKeys(new CorridorGreens.Place("a", 0, 0), new CorridorGreens.Place("b", 400, 20));
    }

    @Test
    void signalsThatAreNotSeenDoNotCount() {
        greens.show(Map.of("a", "G"), 0, 50);
        greens.end();
        assertThat(greens.bands()).containsExactly(new Interval(0, 30));
        assertThat(greens.bandShare()).isEqualTo(1);
    }

    @Test
    void whereNoSignalIsSeenTheShareIsUnknown() {
        greens.show(Map.of(), 0, 50);
        greens.end();
        assertThat(greens.bandShare()).isNaN();
    }
}
