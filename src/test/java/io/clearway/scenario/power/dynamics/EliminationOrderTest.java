package io.clearway.scenario.power.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EliminationOrderTest {
    /** A star: its center comes after all but one of its rays, as eliminating it first would fill everything. */
    @Test
    void theCenterOfAStarIsNotEliminatedFirst() {
        int[] rows = {0, 0, 0, 0, 0, 1, 2, 3, 4};
        int[] columns = {0, 1, 2, 3, 4, 0, 0, 0, 0};
        int[] places = EliminationOrder.places(5, rows, columns);
        assertThat(places).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(places[0]).isGreaterThanOrEqualTo(3);
    }

    @Test
    void oneSidedEntriesCountForBoth() {
        int[] places = EliminationOrder.places(3, new int[] {0, 1}, new int[] {1, 2});
        assertThat(places).containsExactly(0, 1, 2);
    }
}
