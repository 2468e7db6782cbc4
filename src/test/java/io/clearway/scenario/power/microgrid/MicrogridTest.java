package io.clearway.scenario.power.microgrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The facts of both grids. */
class MicrogridTest {
    private static List<Integer> heardBy(Microgrid grid, int inverter) {
        int one = inverter - 1;
        return grid.communication().stream()
                .filter(pair -> pair.one() == one || pair.other() == one)
                .map(pair -> (pair.one() == one ? pair.other() : pair.one()) + 1)
                .sorted()
                .toList();
    }

    @Test
    void theSmallGridHasTheLinesLoadsAndNeighborsOfThePaper() {
        Microgrid grid = Microgrid.ofTwenty();
        assertThat(grid.lines()).hasSize(20);
        assertThat(grid.lines().get(9))
                .extracting(Microgrid.Line::from, Microgrid.Line::to)
                .containsExactly(7, 10);
        assertThat(grid.lines().stream().filter(line -> line.resistance() == 0.35))
                .hasSize(7);
        assertThat(grid.loads()).extracting(load -> load.bus() + 1).containsExactly(1, 7, 3, 9, 5, 11, 17, 13, 19, 15);
        assertThat(heardBy(grid, 1)).containsExactly(2, 12, 20);
        assertThat(heardBy(grid, 5)).containsExactly(4, 6, 8);
        assertThat(heardBy(grid, 13)).containsExactly(12, 14, 20);
        assertThat(heardBy(grid, 16)).containsExactly(15, 17);
        assertThat(grid.inverters().get(4).voltage()).isEqualTo(1.3e-3);
        assertThat(grid.inverters().get(5).voltage()).isEqualTo(1.5e-3);
        assertThat(grid.inverters().get(10).frequency()).isEqualTo(9.4e-5);
    }

    @Test
    void theLargeGridIsTwoFeedersJoinedByTwoLines() {
        Microgrid grid = Microgrid.ofForty();
        assertThat(grid.size()).isEqualTo(40);
        assertThat(grid.lines()).hasSize(42);
        assertThat(grid.lines().get(40))
                .extracting(Microgrid.Line::from, Microgrid.Line::to)
                .containsExactly(17, 20);
        assertThat(grid.lines().get(41).resistance()).isEqualTo(0.35);
        assertThat(grid.loads()).hasSize(20);
        assertThat(heardBy(grid, 1)).containsExactly(2, 6);
        assertThat(heardBy(grid, 18)).containsExactly(13, 17, 19, 21, 23);
        assertThat(heardBy(grid, 7)).containsExactly(2, 6, 8);
        assertThat(heardBy(grid, 40)).containsExactly(35, 39);
    }
}
